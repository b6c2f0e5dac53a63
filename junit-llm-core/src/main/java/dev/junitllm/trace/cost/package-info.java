/** What tokens cost, by a file of the user's. */
@NullMarked
package dev.junitllm.trace.cost;

import org.jspecify.annotations.NullMarked;
