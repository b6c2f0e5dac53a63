/** What is removed from text before it is kept, shown or sent: rules, and how they are applied without breaking JSON. */
@NullMarked
package dev.junitllm.trace.redaction;

import org.jspecify.annotations.NullMarked;
