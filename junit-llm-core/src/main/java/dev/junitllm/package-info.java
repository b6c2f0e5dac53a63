/** The words of the domain: golden case, actual, document, tool call, message, usage. */
@NullMarked
package dev.junitllm;

import org.jspecify.annotations.NullMarked;
