/** What Spring Boot adds to the contexts of tests, the only package that knows it. */
@NullMarked
package dev.junitllm.trace.spring;

import org.jspecify.annotations.NullMarked;
