package dev.junitllm.score.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day, or both.
 *
 * @param date {@code null} for a time of day alone
 * @param time {@code null} for a date alone
 * @param zone {@code null} where none is stated
 */
record StatedTime(
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        @Nullable ZoneId zone) {

    private static final Duration DAY = Duration.ofDays(1);

    boolean hasDate() {
        return date != null;
    }

    boolean hasTime() {
        return time != null;
    }

    /** Whether both a date and a time of day are stated, and a zone, be it by default. */
    boolean isInstant(@Nullable ZoneId assumed) {
        return date != null && time != null && (zone != null || assumed != null);
    }

    /**
     * How far this lies from what is expected, which decides what is compared: days, times of day, what clocks show, or
     * instants.
     *
     * @param expected what is expected
     * @param assumed the zone of times that state none; {@code null} where nobody knows
     * @return the distance, or empty where this lacks what is compared
     */
    Optional<Duration> distance(StatedTime expected, @Nullable ZoneId assumed) {
        if (expected.date == null) {
            return time == null
                    ? Optional.empty()
                    : Optional.of(roundTheClock(time, Objects.requireNonNull(expected.time)));
        }
        if (expected.time == null) {
            return date == null ? Optional.empty() : Optional.of(days(date, expected.date));
        }
        if (date == null || time == null) {
            return Optional.empty();
        }
        if (expected.isInstant(assumed)) {
            return isInstant(assumed)
                    ? Optional.of(Duration.between(instant(assumed), expected.instant(assumed))
                            .abs())
                    : Optional.empty();
        }
        return Optional.of(Duration.between(date.atTime(time), expected.date.atTime(expected.time))
                .abs());
    }

    private Instant instant(@Nullable ZoneId assumed) {
        ZoneId in = Objects.requireNonNull(zone == null ? assumed : zone);
        return Objects.requireNonNull(date)
                .atTime(Objects.requireNonNull(time))
                .atZone(in)
                .toInstant();
    }

    private static Duration days(LocalDate one, LocalDate other) {
        return Duration.ofDays(Math.abs(ChronoUnit.DAYS.between(one, other)));
    }

    private static Duration roundTheClock(LocalTime one, LocalTime other) {
        Duration apart = Duration.between(one, other).abs();
        Duration round = DAY.minus(apart);
        return round.compareTo(apart) < 0 ? round : apart;
    }

    @Override
    public String toString() {
        String shown = date == null ? "" : date.toString();
        shown += time == null ? "" : (date == null ? "" : "T") + time;
        return shown + (zone == null ? "" : zone.getId().contains("/") ? "[" + zone + "]" : zone.toString());
    }
}
