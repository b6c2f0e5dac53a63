/** Recordings of what models answered, so that tests run without them. */
@NullMarked
package dev.junitllm.judge.cassette;

import org.jspecify.annotations.NullMarked;
