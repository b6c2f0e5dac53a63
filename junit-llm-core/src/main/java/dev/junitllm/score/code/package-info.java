/**
 * Runs code that a model wrote against its tests, outside of this JVM and fenced in: {@link dev.junitllm.score.code.CodeScore}.
 */
@NullMarked
package dev.junitllm.score.code;

import org.jspecify.annotations.NullMarked;
