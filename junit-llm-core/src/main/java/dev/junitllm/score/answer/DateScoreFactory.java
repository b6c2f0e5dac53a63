package dev.junitllm.score.answer;

import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Makes the scorer a {@link DateScore} asks for. */
final class DateScoreFactory implements ScorerFactory<DateScore> {

    @Override
    public Measure create(DateScore annotation, RunScope scope) {
        return Measure.of(
                annotation,
                new DateAnswer(tolerance(annotation.tolerance()), annotation.order(), zone(annotation.zone())));
    }

    private static Duration tolerance(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "tolerance = '%s' is no duration such as PT90M or P1D".formatted(Printable.line(written, 60)), e);
        }
    }

    private static @Nullable ZoneId zone(String written) {
        try {
            return written.isEmpty() ? null : ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone = '%s' is no time zone such as Europe/Berlin or +01:00"
                            .formatted(Printable.line(written, 60)),
                    e);
        }
    }
}
