package dev.junitllm.examples.handbook;

import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An answer must not be longer than this: people read it on a phone, between two meetings. */
// tag::max-words[]
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ScoredBy(MaxWordsFactory.class) // this line makes it a scorer
@interface MaxWords {

    /** The most words an answer may have. */
    int value();
}
// end::max-words[]
