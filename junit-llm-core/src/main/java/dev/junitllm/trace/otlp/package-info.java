/** Sends traces to a backend by OTLP/HTTP, the only package that knows OpenTelemetry's exporter. */
@NullMarked
package dev.junitllm.trace.otlp;

import org.jspecify.annotations.NullMarked;
