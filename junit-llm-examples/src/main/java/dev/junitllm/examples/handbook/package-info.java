/**
 * A handbook assistant: retrieval with Lucene and an extractive answerer, offline and deterministic.
 *
 * <p>It stands for the application under test, so nothing here knows junit-llm, and its answers are as
 * imperfect as those of any real system: {@link dev.junitllm.examples.handbook.HandbookBot} is the one in use,
 * {@link dev.junitllm.examples.handbook.ForgetfulBot} a change for the worse that an evaluation should catch.
 */
@NullMarked
package dev.junitllm.examples.handbook;

import org.jspecify.annotations.NullMarked;
