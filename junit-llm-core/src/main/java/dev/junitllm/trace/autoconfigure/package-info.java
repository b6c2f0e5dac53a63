/** What OpenTelemetry's autoconfiguration adds to an application's SDK, the only package that knows its extension points. */
@NullMarked
package dev.junitllm.trace.autoconfigure;

import org.jspecify.annotations.NullMarked;
