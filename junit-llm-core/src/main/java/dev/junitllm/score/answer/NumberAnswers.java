package dev.junitllm.score.answer;

import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of acceptable answers that hold numbers. */
final class NumberAnswers {

    private static final int SHOWN = 3;

    private NumberAnswers() {}

    static <T> String show(List<T> answers, Function<T, String> shown) {
        return answers.stream().limit(SHOWN).map(shown).collect(Collectors.joining(" or "))
                + (answers.size() > SHOWN ? " or " + (answers.size() - SHOWN) + " more" : "");
    }

    static ScoringException none(GoldenCase golden) {
        return new ScoringException(
                "NO_NUMBER",
                "%s: there is no number in its %s to compare the output with"
                        .formatted(golden.describe(), GoldenPart.ANSWER.fields()));
    }
}
