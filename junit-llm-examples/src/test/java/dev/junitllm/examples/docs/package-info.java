/** The documentation's code: every Java block of README.md and docs/ is compiled here or in another example, and run. */
@NullMarked
package dev.junitllm.examples.docs;

import org.jspecify.annotations.NullMarked;
