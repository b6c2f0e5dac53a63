/** Capture of what applications do through OkHttp, the only package that knows it. */
@NullMarked
package dev.junitllm.trace.okhttp;

import org.jspecify.annotations.NullMarked;
