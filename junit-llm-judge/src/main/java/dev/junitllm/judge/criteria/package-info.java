/** The built-in criteria, each with its prompt, the schema of its reply and its scoring rule. */
@NullMarked
package dev.junitllm.judge.criteria;

import org.jspecify.annotations.NullMarked;
