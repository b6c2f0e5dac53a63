package dev.junitllm.assertj;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.Printable;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.ScoreTable;

/** The messages of failed assertions. */
final class ScoreFailure {

    private static final int SHOWN = 2_000;
    private static final String INDENT = "\n" + " ".repeat(12);

    private ScoreFailure() {}

    /** A score below its bar, one that couldn't be made, or one that doesn't apply. */
    static String of(CaseScore score, GoldenCase golden, Actual actual) {
        if (score.error() != null) {
            return error(score.name(), score.error(), golden, actual);
        }
        if (score.value() == null || score.outcome() == ScoreOutcome.NOT_APPLICABLE) {
            return "%s doesn't apply, so nothing was checked".formatted(score.name())
                    + facts(golden, actual)
                    + reason(score);
        }
        return "%s is %s, but must be %s"
                        .formatted(
                                score.name(), ScoreTable.value(score.value(), score.bar()), ScoreTable.bar(score.bar()))
                + facts(golden, actual)
                + reason(score);
    }

    /** A scorer that needs what the assertion was not given. */
    static String missing(String name, GoldenPart part, GoldenCase golden, Actual actual) {
        String todo = part == GoldenPart.ANSWER ? "against(…)" : "against(…) in a golden case";
        return error(
                name,
                CaseError.of(
                        "NO_REFERENCE",
                        "it needs %s: give it by %s before scoresAtLeast".formatted(part.fields(), todo)),
                golden,
                actual);
    }

    /** An application that recorded nothing. */
    static String noOutput(GoldenCase golden) {
        return "the application recorded no output" + input(golden);
    }

    private static String error(String name, CaseError error, GoldenCase golden, Actual actual) {
        return "%s is an ERROR, not a score: %s: %s"
                        .formatted(name, error.kind(), Printable.line(error.message(), SHOWN))
                + facts(golden, actual);
    }

    private static String facts(GoldenCase golden, Actual actual) {
        StringBuilder facts = new StringBuilder(input(golden));
        if (GoldenPart.ANSWER.isIn(golden)) {
            String label = "expected";
            for (String answer : golden.acceptableAnswers()) {
                facts.append(fact(label, answer));
                label = "or";
            }
        }
        facts.append(actual.recordedOutput()
                .map(output -> fact("actual", output))
                .orElse("\n  actual:   no output was recorded"));
        return facts.toString();
    }

    private static String input(GoldenCase golden) {
        return golden.input().isEmpty() ? "" : fact("input", golden.input());
    }

    private static String reason(CaseScore score) {
        return score.reason().isEmpty() ? "" : fact("reason", score.reason());
    }

    private static String fact(String label, String text) {
        String shown = text.isEmpty() ? "(empty)" : Printable.block(text, SHOWN).replace("\n", INDENT);
        return "\n  " + label + ":" + " ".repeat(9 - label.length()) + shown;
    }
}
