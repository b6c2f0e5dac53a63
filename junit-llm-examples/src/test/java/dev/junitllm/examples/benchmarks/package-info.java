@NullMarked
package dev.junitllm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
