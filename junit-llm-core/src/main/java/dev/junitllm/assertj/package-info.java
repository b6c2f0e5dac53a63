/** The scorers outside of golden sets: assertions for a plain test, through AssertJ. */
@NullMarked
package dev.junitllm.assertj;

import org.jspecify.annotations.NullMarked;
