/** Recording and replaying the exchanges with a model. */
@NullMarked
package dev.junitllm.judge.cassette;

import org.jspecify.annotations.NullMarked;
