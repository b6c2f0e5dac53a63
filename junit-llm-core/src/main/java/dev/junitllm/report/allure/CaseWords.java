package dev.junitllm.report.allure;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.Usage;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import io.qameta.allure.model.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a case's result says in words and numbers. */
final class CaseWords {

    static final String ASSERTION = "the test's own assertion";

    private static final int LONGEST = 300;

    private CaseWords() {}

    /** The first line of a result's message: the category it falls into, and why. */
    static String heading(CaseResult result) {
        return switch (result.outcome()) {
            case PASSED -> throw new IllegalArgumentException("a passed case has no message");
            case FAILED -> Category.BELOW_THE_BAR.heading(misses(result));
            case ERROR ->
                scoringError(result)
                        .map(why -> Category.JUDGE_ERROR.heading(why))
                        .orElseGet(() -> Category.APPLICATION_ERROR.heading(why(result.error())));
            case UNSCORED -> Category.NOTHING_SCORED.heading(why(result.error()));
        };
    }

    private static String misses(CaseResult result) {
        Stream<String> scores = result.scores().stream()
                .filter(score -> score.outcome() == ScoreOutcome.FAILED)
                .map(score -> Printable.line(score.name(), LONGEST) + " "
                        + value(score).orElse("") + ", bar " + bar(score).orElse(""));
        Stream<String> assertion = Stream.ofNullable(result.assertion())
                .map(message -> ASSERTION + " (" + Printable.line(message, LONGEST) + ")");
        return Stream.concat(scores, assertion).collect(Collectors.joining("; "));
    }

    private static Optional<String> scoringError(CaseResult result) {
        return result.scores().stream()
                .filter(score -> score.outcome() == ScoreOutcome.ERROR)
                .findFirst()
                .map(score -> Printable.line(score.name()) + ": " + why(score.error()));
    }

    private static String why(@Nullable CaseError error) {
        if (error == null) {
            return "";
        }
        boolean said =
                error.kind().equals(CaseError.APPLICATION) || error.kind().equals(CaseError.UNSCORED);
        return Printable.line(said ? error.message() : error.kind() + ": " + error.message(), LONGEST);
    }

    static String error(CaseError error) {
        return "error: " + error.kind();
    }

    static String score(CaseScore score) {
        String name = Printable.line(score.name(), LONGEST);
        String value = value(score).orElse("");
        return switch (score.outcome()) {
            case PASSED -> name + " " + value + ", bar " + bar(score).orElse("") + " reached";
            case FAILED -> name + " " + value + ", below the bar " + bar(score).orElse("");
            case RECORDED ->
                name + " " + value
                        + (score.group() == null
                                ? ", recorded only"
                                : ", counted by " + Printable.line(score.group(), LONGEST));
            case NOT_APPLICABLE -> name + " doesn't apply";
            case ERROR -> name + " could not be scored";
        };
    }

    static Optional<String> value(CaseScore score) {
        Double value = score.value();
        Double bar = score.bar().atLeast();
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(bar == null ? Decimals.show(value) : Decimals.show(value, bar));
    }

    static Optional<String> bar(CaseScore score) {
        Double value = score.value();
        return Optional.ofNullable(score.bar().atLeast())
                .map(bar -> value == null ? Decimals.show(bar) : Decimals.show(bar, value));
    }

    static String detail(Object value) {
        return value instanceof Double number ? Decimals.show(number) : value.toString();
    }

    static Status status(ScoreOutcome outcome) {
        return switch (outcome) {
            case PASSED, RECORDED -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case ERROR -> Status.BROKEN;
            case NOT_APPLICABLE -> Status.SKIPPED;
        };
    }

    static Optional<String> tokens(Usage usage) {
        String both = Stream.of(count(usage.inputTokens(), " in"), count(usage.outputTokens(), " out"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private static String count(@Nullable Long tokens, String direction) {
        return tokens == null ? "" : tokens + direction;
    }

    static String time(Duration body, Duration scoring) {
        return body.toMillis() + " ms, scored in " + scoring.toMillis() + " ms";
    }
}
