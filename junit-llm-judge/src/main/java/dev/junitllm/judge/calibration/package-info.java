/** Agreement of a judge with people: labels, correction of rates, trust. */
@NullMarked
package dev.junitllm.judge.calibration;

import org.jspecify.annotations.NullMarked;
