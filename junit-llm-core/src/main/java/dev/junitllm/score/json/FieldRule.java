package dev.junitllm.score.json;

import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.Tolerance;
import org.jspecify.annotations.Nullable;

/** How a field is compared, where not by plain equality. */
sealed interface FieldRule {

    /** Not at all: it is taken out of both sides. */
    record Ignored() implements FieldRule {}

    /** As a number that may lie so far from the expected one. */
    record Within(Tolerance tolerance) implements FieldRule {}

    /** As a text in which a regular expression is found; without one the expected text is it. */
    record Matching(@Nullable RegexSearch search, String regex) implements FieldRule {}

    /** As one of the values that the expected array lists. */
    record OneOf() implements FieldRule {}

    /** As an array whose order doesn't matter; its elements are told apart by a key where it isn't empty. */
    record Unordered(String key) implements FieldRule {}
}
