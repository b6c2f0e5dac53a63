/** Measures what a golden set costs beside a plain parameterized test, in fresh JVMs. */
@NullMarked
package dev.junitllm.benchmark;

import org.jspecify.annotations.NullMarked;
