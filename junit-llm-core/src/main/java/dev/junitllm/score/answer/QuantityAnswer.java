package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 1 where the output ends up with the quantity of an acceptable answer, else 0: a number with its unit, in whichever unit of
 * the same dimension. {@code 5000 m}, {@code 5 kilometres} and {@code 5 km} are the same, {@code 5 kg}, {@code 5} and
 * {@code 5 parsecs} are others. Numbers are read as {@link NumericAnswer} reads them, and conversions are exact. A tolerance is
 * in the answer's unit.
 *
 * <p>Known are units of length, area, volume, mass, time, temperature, speed, energy, power, pressure, force, frequency,
 * electricity, angle and data, with their English names and plurals; <i>m²</i>, <i>square metres</i>; quotients of two units
 * ({@code km/h}, {@code dollars per hour}). US customary measures are meant by gallon, pint and so on. Months and years are
 * compared with each other, not with days. Per cent and per mille are plain numbers: {@code 50%} is 0.5. Currencies stand
 * before or behind the number and aren't converted: {@code $5}, {@code USD 5} and {@code 5 dollars} are US dollars. A name that
 * means several units, such as <i>pounds</i> or <i>tons</i>, passes for each of them. <i>Thousand</i> to <i>trillion</i> behind
 * a number multiply it. Parts add up: {@code 1 h 30 min}.
 *
 * <p>An output without a number is unreadable; one whose unit is missing, unknown or of another dimension is a miss. A word
 * behind the number that is no unit doesn't count: {@code 5 apples} is 5. A case of which no acceptable answer holds a number
 * is an ERROR of kind {@code NO_NUMBER}, and one whose unit is unknown is one of kind {@code UNKNOWN_UNIT}.
 */
public final class QuantityAnswer implements Scorer {

    private static final String NAME = "quantity-answer";

    private final Tolerance tolerance;

    /** Makes the metric without any tolerance. */
    public QuantityAnswer() {
        this(Tolerance.NONE);
    }

    private QuantityAnswer(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * The metric with a tolerance: the output's quantity a, converted to the answer's unit, passes for the answer's number e
     * where |a − e| is at most the larger of {@code tolerance} and {@code relativeTolerance} · |e|.
     *
     * @param tolerance an absolute tolerance in the answer's unit, at least 0
     * @param relativeTolerance a tolerance relative to the answer, at least 0; 0.01 is one per cent
     * @return the scorer
     * @throws IllegalArgumentException naming the tolerance that is negative, infinite or not a number
     */
    public static QuantityAnswer within(double tolerance, double relativeTolerance) {
        return new QuantityAnswer(Tolerance.of(tolerance, relativeTolerance));
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<Quantity> answers = answers(golden);
        Optional<Quantity> found = Quantity.last(actual.output());
        if (found.isEmpty()) {
            return Score.unreadable("there is no number in the output");
        }
        Quantity quantity = found.get();
        String which = quantity.show() + (quantity.marked() ? " after ####" : ", the last number,");
        return answers.stream()
                .filter(answer -> quantity.isNear(answer, tolerance))
                .findFirst()
                .map(answer -> Score.of(1, "%s %s %s".formatted(which, tolerance.verb(), answer.show())))
                .orElseGet(() -> Score.of(0, which + " " + difference(quantity, answers)));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(NAME, tolerance.parameters());
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private static List<Quantity> answers(GoldenCase golden) throws ScoringException {
        List<Quantity> quantities = golden.acceptableAnswers().stream()
                .flatMap(answer -> Quantity.last(answer).stream())
                .toList();
        if (quantities.isEmpty()) {
            throw NumberAnswers.none(golden);
        }
        List<Quantity> usable = quantities.stream()
                .filter(quantity -> quantity.unit().isUnit() || quantity.unit().isAbsent())
                .toList();
        if (usable.isEmpty()) {
            throw new ScoringException(
                    "UNKNOWN_UNIT",
                    "%s: behind %s in its %s stands no unit that is known; write one of them, or nothing for a plain number"
                            .formatted(golden.describe(), quantities.get(0).show(), GoldenPart.ANSWER.fields()));
        }
        return usable;
    }

    private static String difference(Quantity quantity, List<Quantity> answers) {
        String expected = NumberAnswers.show(answers, Quantity::show);
        Quantity first = answers.get(0);
        if (quantity.measuresWhat(first)) {
            return quantity.shownAs(first).map("is %s, "::formatted).orElse("") + "instead of " + expected;
        }
        if (quantity.unit().isAbsent()) {
            return "has no unit, unlike " + expected;
        }
        return (quantity.unit().isUnit() ? "measures something else than " : "has no unit that is known, unlike ")
                + expected;
    }
}
