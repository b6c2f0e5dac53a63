package dev.junitllm.run;

import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.SetAggregation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One score of all samples, a few bytes for each. Not safe for use by several threads: the table that it stands in is. */
final class ScoreColumn {

    /** The detail of a score in which a judge says how it voted. */
    private static final String VOTES = "votes";

    private final PlannedScore planned;
    private final @Nullable ScoreOutcome[] outcomes;
    private final double[] values;

    /** Only of samples that a judge has voted on. */
    private final Map<Integer, double[]> votes = new HashMap<>();

    /** Only where the score adds up over the set from more than its values. */
    private final Map<Integer, Map<String, Object>> details = new HashMap<>();

    ScoreColumn(PlannedScore planned, int rows) {
        this.planned = planned;
        this.outcomes = new ScoreOutcome[rows];
        this.values = new double[rows];
    }

    String name() {
        return planned.name();
    }

    /** How it adds up over the set; {@code null} where that is its mean. */
    @Nullable
    SetAggregation aggregation() {
        return planned.aggregation();
    }

    void keep(int row, CaseScore score, Map<String, Object> said) {
        if (said.get(VOTES) instanceof List<?> cast) {
            double[] numbers = cast.stream()
                    .mapToDouble(ScoreColumn::vote)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (numbers.length > 1) {
                votes.put(row, numbers);
            }
        }
        outcomes[row] = score.outcome();
        values[row] = score.value() == null ? Double.NaN : score.value();
        if (aggregation() != null && score.value() != null) {
            details.put(row, said);
        }
    }

    /** A vote may be a number, true or false, or a judge's notes with the value among them; else it was none. */
    private static double vote(@Nullable Object vote) {
        if (vote instanceof Map<?, ?> notes) {
            return vote(notes.get("value"));
        }
        if (vote instanceof Number number) {
            return number.doubleValue();
        }
        return vote instanceof Boolean yes ? (yes ? 1 : 0) : Double.NaN;
    }

    boolean isNotApplicable(int row) {
        return outcomes[row] == ScoreOutcome.NOT_APPLICABLE;
    }

    boolean hasValue(int row) {
        return outcomes[row] != null && !Double.isNaN(values[row]);
    }

    /** Each vote where a judge has cast several, else the value alone. */
    double[] votes(int row) {
        double[] cast = votes.get(row);
        return cast == null ? new double[] {values[row]} : cast;
    }

    OptionalDouble mean(IntStream rows) {
        return rows.filter(this::hasValue).mapToDouble(row -> values[row]).average();
    }

    boolean addsUp(int row) {
        return details.containsKey(row);
    }

    SetAggregation.Taken taken(int row, String caseId, int sample) {
        return new SetAggregation.Taken(caseId, sample, values[row], details.getOrDefault(row, Map.of()));
    }

    /** {@code null} where the score was not taken. */
    @Nullable
    ScoreValue of(int row) {
        ScoreOutcome outcome = outcomes[row];
        return outcome == null ? null : new ScoreValue(name(), outcome, Double.isNaN(values[row]) ? null : values[row]);
    }
}
