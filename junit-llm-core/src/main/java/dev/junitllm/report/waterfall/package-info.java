/** A trace as a page that stands alone: its steps on an axis of time, and what each was given and answered. */
@NullMarked
package dev.junitllm.report.waterfall;

import org.jspecify.annotations.NullMarked;
