/** Capture of what applications do through Spring AI, the only package that knows it or Micrometer. */
@NullMarked
package dev.junitllm.trace.springai;

import org.jspecify.annotations.NullMarked;
