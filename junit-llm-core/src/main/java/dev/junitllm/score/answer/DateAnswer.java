package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 1 where the last date of the output is that of an acceptable answer, however it is written, else 0. Dates may have a time of
 * day, and a time may stand alone.
 *
 * <p>Read are, whatever the locale: ISO 8601 ({@code 2024-03-04}, {@code 2024-03-04T14:30:00+01:00},
 * {@code …[Europe/Berlin]}), {@code 2024/03/04}, {@code 4.3.2024} (the day first), {@code 4 March 2024}, {@code 4th of Mar,
 * 2024}, {@code March 4, 2024}, {@code 04-Mar-2024}, each with a time before or behind it: {@code 14:30}, {@code 14:30:05.25},
 * {@code 2:30 pm}, {@code 2 p.m.}, {@code 14:30 UTC+1}. A date such as {@code 03/04/2024} is read only where a
 * {@link DateOrder} is given, years of two digits and zones such as {@code EST} never are. Month names are English.
 *
 * <p>The answer decides what is compared. Where it is a date, only the output's day counts, as it is written. Where it has a
 * time without a zone, what the clock shows counts. Where it has a zone, instants are compared, and an output without a zone is
 * a miss, unless a zone to assume is given; it is then assumed on both sides. A time of day alone is compared with the last time
 * of the output, the shorter way round the clock.
 *
 * <p>An output without a date, or with one that can't be told, is unreadable: a score of 0. An answer of that kind is an ERROR
 * of kind {@code NO_DATE}.
 */
public final class DateAnswer implements Scorer {

    private static final String NAME = "date-answer";

    private final Duration tolerance;
    private final DateOrder order;
    private final @Nullable ZoneId zone;

    /** Makes the metric without tolerance, order and zone. */
    public DateAnswer() {
        this(Duration.ZERO, DateOrder.UNKNOWN, null);
    }

    DateAnswer(Duration tolerance, DateOrder order, @Nullable ZoneId zone) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance = %s: a tolerance is at least PT0S".formatted(tolerance));
        }
        this.tolerance = tolerance;
        this.order = order;
        this.zone = zone;
    }

    /**
     * The metric with a tolerance.
     *
     * @param tolerance how far the time may lie from the answer's, at least zero; between dates a day is 24 hours
     * @return the scorer
     * @throws IllegalArgumentException where the tolerance is negative
     */
    public static DateAnswer within(Duration tolerance) {
        return new DateAnswer(tolerance, DateOrder.UNKNOWN, null);
    }

    /**
     * The same metric that reads dates such as {@code 03/04/2024}.
     *
     * @param dayOrMonthFirst how to read them
     * @return the scorer
     */
    public DateAnswer in(DateOrder dayOrMonthFirst) {
        return new DateAnswer(tolerance, dayOrMonthFirst, zone);
    }

    /**
     * The same metric that takes times without a zone for times of one.
     *
     * @param assumed the zone
     * @return the scorer
     */
    public DateAnswer in(ZoneId assumed) {
        return new DateAnswer(tolerance, order, assumed);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<StatedTime> answers = answers(golden);
        List<String> reasons = new ArrayList<>();
        boolean read = false;
        for (StatedTime answer : answers) {
            Optional<DateText> found =
                    answer.hasDate() ? DateText.lastDate(actual.output(), order) : DateText.lastTime(actual.output());
            String missing = "there is no %s in the output".formatted(answer.hasDate() ? "date" : "time of day");
            StatedTime time = found.map(DateText::time).orElse(null);
            if (time == null) {
                reasons.add(found.map(DateText::problem).orElse(missing));
            } else {
                Optional<Duration> distance = time.distance(answer, zone);
                read |= distance.isPresent();
                if (distance.isPresent() && distance.get().compareTo(tolerance) <= 0) {
                    return Score.of(
                            1,
                            tolerance.isZero()
                                    ? "%s is right".formatted(answer)
                                    : "%s is near enough to %s".formatted(time, answer));
                }
                reasons.add(distance.isPresent() ? instead(time, answers) : lacking(time, answer));
            }
        }
        return read ? Score.of(0, reasons.get(0)) : Score.unreadable(reasons.get(0));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                NAME,
                Map.of(
                        "tolerance", tolerance.toString(),
                        "order", order.name(),
                        "zone", zone == null ? "" : zone.getId()));
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private List<StatedTime> answers(GoldenCase golden) throws ScoringException {
        List<DateText> texts = golden.acceptableAnswers().stream()
                .flatMap(answer -> DateText.lastDate(answer, order).or(() -> DateText.lastTime(answer)).stream())
                .toList();
        List<StatedTime> times = texts.stream()
                .map(DateText::time)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (times.isEmpty()) {
            throw new ScoringException(
                    "NO_DATE",
                    "%s: there is no date or time in its %s to compare the output with%s; write it as 2024-03-04 or"
                                    .formatted(
                                            golden.describe(),
                                            GoldenPart.ANSWER.fields(),
                                            texts.isEmpty()
                                                    ? ""
                                                    : " (" + texts.get(0).problem() + ")")
                            + " 2024-03-04T14:30Z");
        }
        return times;
    }

    private static String instead(StatedTime time, List<StatedTime> answers) {
        return "%s instead of %s"
                .formatted(
                        time,
                        answers.stream().limit(3).map(StatedTime::toString).collect(Collectors.joining(" or ")));
    }

    private static String lacking(StatedTime time, StatedTime answer) {
        return "%s has no %s, unlike %s".formatted(time, time.hasTime() ? "time zone" : "time of day", answer);
    }
}
