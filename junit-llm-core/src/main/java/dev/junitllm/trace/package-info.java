/** What happened during a test, safely kept. For now: what may never be kept, {@link dev.junitllm.trace.Redactor}. */
@NullMarked
package dev.junitllm.trace;

import org.jspecify.annotations.NullMarked;
