@NullMarked
package dev.junitllm.examples.handbook;

import org.jspecify.annotations.NullMarked;
