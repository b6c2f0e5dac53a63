/** Scoring by a language model: the annotation, the judge and the criterion it judges by. */
@NullMarked
package dev.junitllm.judge;

import org.jspecify.annotations.NullMarked;
