/** Capture of what applications do through LangChain4j, the only package of {@code dev.junitllm.trace} that knows it. */
@NullMarked
package dev.junitllm.trace.langchain4j;

import org.jspecify.annotations.NullMarked;
