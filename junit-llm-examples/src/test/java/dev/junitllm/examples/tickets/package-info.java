@NullMarked
package dev.junitllm.examples.tickets;

import org.jspecify.annotations.NullMarked;
