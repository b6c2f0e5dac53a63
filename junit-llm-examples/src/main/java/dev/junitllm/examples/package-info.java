/** Small real applications whose eval tests show how junit-llm is used. */
@NullMarked
package dev.junitllm.examples;

import org.jspecify.annotations.NullMarked;
