/** Metrics of the output's text: compared with the case's acceptable answers, or with what an annotation asks for. */
@NullMarked
package dev.junitllm.score.text;

import org.jspecify.annotations.NullMarked;
