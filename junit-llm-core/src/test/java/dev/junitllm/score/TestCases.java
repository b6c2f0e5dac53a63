package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import java.util.List;

/** Scores a text against acceptable answers. */
public final class TestCases {

    private TestCases() {}

    /** A case whose only content is what is acceptable. */
    public static GoldenCase accepting(String expected, String... references) {
        return GoldenCase.builder("case-1", "question")
                .expected(expected)
                .references(List.of(references))
                .location("golden/a.jsonl:3")
                .build();
    }

    /** The score, with its reason. */
    public static Score score(Scorer scorer, String output, String expected, String... references)
            throws ScoringException {
        return scorer.score(accepting(expected, references), Actual.of(output));
    }

    /** The score's value. */
    public static double value(Scorer scorer, String output, String expected, String... references)
            throws ScoringException {
        return score(scorer, output, expected, references).value().orElseThrow();
    }
}
