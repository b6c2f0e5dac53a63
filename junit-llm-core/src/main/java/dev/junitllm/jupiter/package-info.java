/** The glue to JUnit Jupiter: the annotations of a test method, and the extension that runs it case by case. */
@NullMarked
package dev.junitllm.jupiter;

import org.jspecify.annotations.NullMarked;
