@NullMarked
package dev.junitllm.examples.handbook.agent;

import org.jspecify.annotations.NullMarked;
