/** What a judge judges by: the built-in criteria, each with its instructions, forms of replies and scoring rule, and the user's. */
@NullMarked
package dev.junitllm.judge.criteria;

import org.jspecify.annotations.NullMarked;
