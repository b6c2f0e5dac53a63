package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Optional;

/** A metric that compares the output with each acceptable answer by itself. The best comparison is the score. */
abstract class BestAnswerMetric extends AnswerMetric {

    BestAnswerMetric(ScorerDescription description) {
        super(description);
    }

    /** Takes an output, to compare it with one answer or several. */
    abstract Comparer of(String output);

    /** What an answer must hold to be compared with, for the error where none holds it. */
    String needed() {
        return "anything to compare with";
    }

    @Override
    public final Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<String> answers = golden.acceptableAnswers();
        Comparer comparer = of(actual.output());
        Comparison best = null;
        int nearest = 0;
        for (int i = 0; i < answers.size(); i++) {
            Comparison comparison = compare(golden, comparer, i).orElse(null);
            if (comparison != null && (best == null || comparison.rank() > best.rank())) {
                best = comparison;
                nearest = i;
            }
        }
        if (best == null) {
            throw new ScoringException(
                    "EMPTY_REFERENCE", "%s: no acceptable answer holds %s".formatted(golden.describe(), needed()));
        }
        return Score.of(best.value(), best.describe(AcceptableAnswers.name(golden, nearest)))
                .withDetails(best.details());
    }

    private static Optional<? extends Comparison> compare(GoldenCase golden, Comparer comparer, int index)
            throws ScoringException {
        try {
            return comparer.with(golden.acceptableAnswers().get(index));
        } catch (TooLargeException e) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "%s: the output and %s are too long to compare: %s"
                            .formatted(golden.describe(), AcceptableAnswers.name(golden, index), e.getMessage()),
                    e);
        }
    }

    /** An output that is compared with answers. */
    interface Comparer {

        /** Compares; empty where the answer holds nothing to compare with. */
        Optional<? extends Comparison> with(String answer) throws TooLargeException;
    }
}
