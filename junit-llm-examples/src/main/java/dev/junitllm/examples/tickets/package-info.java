/** A ticket desk: reads a customer's message, sorts it, and calls the tools that help. */
@NullMarked
package dev.junitllm.examples.tickets;

import org.jspecify.annotations.NullMarked;
