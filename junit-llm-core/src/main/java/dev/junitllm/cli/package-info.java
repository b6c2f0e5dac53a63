/** The command line {@code junit-llm}: the same rooms without JUnit, in a jar of its own. */
@NullMarked
package dev.junitllm.cli;

import org.jspecify.annotations.NullMarked;
