/** What the calls of judges cost, and what they may cost. */
@NullMarked
package dev.junitllm.judge.cost;

import org.jspecify.annotations.NullMarked;
