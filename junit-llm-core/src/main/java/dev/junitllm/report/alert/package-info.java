/** Tells somebody that a golden set has failed or drifts: a webhook, whose address is a secret. */
@NullMarked
package dev.junitllm.report.alert;

import org.jspecify.annotations.NullMarked;
