package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 1 where the output ends up with the number of an acceptable answer, else 0, by the conventions of GSM8K (Cobbe et al.
 * 2021, arXiv:2110.14168). In output and answer alike the number is the last one that stands after {@code ####}, else the
 * last one of the text. Numbers are compared as decimals: {@code 72.0} is {@code 72}.
 *
 * <p>{@code 1,000} is a thousand, {@code $-5} and {@code -$5} are minus five, {@code 1e3} is a thousand. The full stop that
 * ends a sentence is no decimal point; a minus after a letter, a digit or a closing bracket is no sign ({@code 10-7} ends in
 * 7). Percent signs and units are left out of account: {@code 50%} is 50. Fractions, powers ({@code 10^3}), LaTeX, number words
 * and decimal commas are not read. Numerals of more than 1,000 digits, or with an exponent beyond 1,000, are not numbers.
 *
 * <p>An output without a number is unreadable: a score of 0. A case of which no acceptable answer holds a number is an ERROR of
 * kind {@code NO_NUMBER}. For a tolerance use {@link NumericScore} or {@link #within}, for units {@link QuantityAnswer}.
 */
public final class NumericAnswer implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("numeric-answer");

    private final Tolerance tolerance;

    /** Makes the metric without any tolerance. */
    public NumericAnswer() {
        this(Tolerance.NONE);
    }

    private NumericAnswer(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * The metric with a tolerance: the output's number a passes for the answer's number e where |a − e| is at most the
     * larger of {@code tolerance} and {@code relativeTolerance} · |e|.
     *
     * @param tolerance an absolute tolerance, at least 0
     * @param relativeTolerance a tolerance relative to the answer, at least 0; 0.01 is one per cent
     * @return the scorer
     * @throws IllegalArgumentException naming the tolerance that is negative, infinite or not a number
     */
    public static NumericAnswer within(double tolerance, double relativeTolerance) {
        return new NumericAnswer(Tolerance.of(tolerance, relativeTolerance));
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<BigDecimal> answers = answers(golden);
        Optional<FinalNumber> found = FinalNumber.in(actual.output());
        if (found.isEmpty()) {
            return Score.unreadable("there is no number in the output");
        }
        BigDecimal number = found.get().value();
        String which = FinalNumber.show(number) + (found.get().marked() ? " after ####" : ", the last number,");
        return answers.stream()
                .filter(answer -> tolerance.covers(number, answer))
                .findFirst()
                .map(answer -> Score.of(1, "%s %s %s".formatted(which, tolerance.verb(), FinalNumber.show(answer))))
                .orElseGet(() -> Score.of(
                        0, "%s instead of %s".formatted(which, NumberAnswers.show(answers, FinalNumber::show))));
    }

    @Override
    public ScorerDescription describe() {
        return tolerance.equals(Tolerance.NONE)
                ? DESCRIPTION
                : ScorerDescription.of(DESCRIPTION.name(), tolerance.parameters());
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private static List<BigDecimal> answers(GoldenCase golden) throws ScoringException {
        List<BigDecimal> numbers = golden.acceptableAnswers().stream()
                .flatMap(answer -> FinalNumber.in(answer).stream())
                .map(FinalNumber::value)
                .toList();
        if (numbers.isEmpty()) {
            throw NumberAnswers.none(golden);
        }
        return numbers;
    }
}
