/** Scoring by a language model: the annotation, and the judge that asks and counts votes. */
@NullMarked
package dev.junitllm.judge;

import org.jspecify.annotations.NullMarked;
