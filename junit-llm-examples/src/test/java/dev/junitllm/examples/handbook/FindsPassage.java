package dev.junitllm.examples.handbook;

import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Records whether retrieval found the passages that an answer should rest on: where it didn't, no answerer can help. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ScoredBy(FindsPassageFactory.class)
@interface FindsPassage {}
