/**
 * Statistics over counts and numbers: how sure a rate or a mean of so many cases is. Pure functions and immutable values;
 * nothing here knows what a test is.
 */
@NullMarked
package dev.junitllm.stats;

import org.jspecify.annotations.NullMarked;
