/** How a run is shown: console, Markdown, and whoever else listens. */
@NullMarked
package dev.junitllm.report;

import org.jspecify.annotations.NullMarked;
