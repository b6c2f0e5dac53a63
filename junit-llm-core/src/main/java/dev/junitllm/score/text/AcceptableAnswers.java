package dev.junitllm.score.text;

import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import java.util.List;

/** Words for the acceptable answers of a case, for reasons and errors. */
final class AcceptableAnswers {

    private static final int SHOWN = 60;

    private AcceptableAnswers() {}

    /** Names one of {@link GoldenCase#acceptableAnswers()} by its place. */
    static String name(GoldenCase golden, int index) {
        if (!golden.hasExpected()) {
            return "reference " + (index + 1);
        }
        return index == 0 ? "the expected answer" : "reference " + index;
    }

    static String quote(String text) {
        return "'" + Printable.line(text, SHOWN) + "'";
    }

    /** What is in every output says nothing of any: looking for it would be a test that can't fail. */
    static ScoringException empty(GoldenCase golden, int index, String metric) {
        return new ScoringException(
                "EMPTY_REFERENCE",
                "%s: %s is empty, and every output %s that; write what the output must hold"
                        .formatted(golden.describe(), name(golden, index), metric));
    }

    /** Such as {@code 'x' is not in the output} or {@code none of 'x', 'y' and 2 more is in the output}. */
    static String none(List<String> answers, String where) {
        return answers.size() == 1
                ? "%s is not %s".formatted(quote(answers.get(0)), where)
                : "none of %s is %s".formatted(list(answers), where);
    }

    private static String list(List<String> answers) {
        String first = quote(answers.get(0)) + ", " + quote(answers.get(1));
        return answers.size() == 2 ? first : first + " and " + (answers.size() - 2) + " more";
    }
}
