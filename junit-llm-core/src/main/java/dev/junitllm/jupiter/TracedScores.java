package dev.junitllm.jupiter;

import dev.junitllm.Trace;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.ScoringObserver;
import dev.junitllm.trace.EvaluationSpan;
import dev.junitllm.trace.OpenTrace;
import java.util.function.Supplier;

/**
 * Makes each score a step of the case's trace, so that the calls of judges belong to the score they are made for.
 *
 * @param trace the case's trace
 * @param scored what is scored
 * @param quotes makes safe what a score says of the case
 */
record TracedScores(OpenTrace trace, Trace scored, SafeQuotes quotes) implements ScoringObserver {

    @Override
    public CaseScore observe(String name, Supplier<CaseScore> take) {
        try (EvaluationSpan span = trace.beginScore(name, scored)) {
            CaseScore score = take.get();
            say(score, span);
            return score;
        }
    }

    private void say(CaseScore score, EvaluationSpan span) {
        Double bar = score.bar().atLeast();
        if (bar != null) {
            span.bar(bar);
        }
        CaseError error = score.error();
        if (error != null) {
            span.notMade(error.kind(), quotes.error(error.message()));
        } else if (score.value() == null) {
            span.notApplicable(quotes.reason(score.reason()));
        } else {
            span.result(score.value(), label(score.outcome()), quotes.reason(score.reason()));
        }
    }

    private static String label(ScoreOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "pass";
            case FAILED -> "fail";
            default -> "";
        };
    }
}
