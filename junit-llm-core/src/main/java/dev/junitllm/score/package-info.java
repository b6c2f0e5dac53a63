/**
 * What a score is and who makes one: {@link dev.junitllm.score.Scorer} and the annotations that put scorers on a test
 * method. The metrics live in the packages below.
 */
@NullMarked
package dev.junitllm.score;

import org.jspecify.annotations.NullMarked;
