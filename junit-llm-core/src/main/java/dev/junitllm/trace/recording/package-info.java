/**
 * What the captures of all libraries have in common: a span that says no more than is known, and messages as OpenTelemetry's
 * conventions for generative AI write them. For captures; an application's tests use {@code dev.junitllm.trace} itself.
 */
@NullMarked
package dev.junitllm.trace.recording;

import org.jspecify.annotations.NullMarked;
