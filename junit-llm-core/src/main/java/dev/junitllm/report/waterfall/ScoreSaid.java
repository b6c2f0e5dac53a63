package dev.junitllm.report.waterfall;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A score, as a trace tells it.
 *
 * @param name its name
 * @param value its value, or {@code null} where none was made
 * @param bar what it is held to, or {@code null} where nothing is said
 * @param label such as {@code pass}; may be empty
 * @param reason why; may be empty
 */
record ScoreSaid(
        String name, @Nullable Double value, @Nullable Double bar, String label, String reason) {

    static List<ScoreSaid> of(TraceSpan span) {
        List<ScoreSaid> events = span.events().stream()
                .filter(event -> event.name().equals(TraceNames.EVALUATION_RESULT))
                .map(event -> read(event.attributes(), span))
                .toList();
        boolean itself = span.kind() == SpanKind.EVALUATION
                && (span.attributes().containsKey(TraceNames.EVALUATION_SCORE_VALUE)
                        || span.attributes().containsKey(TraceNames.EVALUATION_SCORE_LABEL));
        return events.isEmpty() && itself ? List.of(read(span.attributes(), span)) : events;
    }

    private static ScoreSaid read(Map<String, Object> said, TraceSpan span) {
        return new ScoreSaid(
                text(said, span, TraceNames.EVALUATION_NAME, span.name()),
                number(said, span, TraceNames.EVALUATION_SCORE_VALUE),
                number(said, span, TraceNames.EVALUATION_THRESHOLD),
                text(said, span, TraceNames.EVALUATION_SCORE_LABEL, ""),
                text(said, span, TraceNames.EVALUATION_EXPLANATION, ""));
    }

    private static String text(Map<String, Object> said, TraceSpan span, String name, String otherwise) {
        return said.get(name) instanceof String text ? text : span.text(name).orElse(otherwise);
    }

    private static @Nullable Double number(Map<String, Object> said, TraceSpan span, String name) {
        return said.get(name) instanceof Number number
                ? (Double) number.doubleValue()
                : span.number(name).map(Number::doubleValue).orElse(null);
    }

    /** Such as {@code 0.4, bar 0.8, fail}. */
    String words() {
        String measured = value == null ? "" : Amounts.score(value, bar);
        String held = bar == null ? "" : "bar " + Amounts.score(bar, value);
        return Stream.of(measured, held, label.replace('_', ' '))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The same in a word or two. */
    String shortWords() {
        return value == null || label.isEmpty() ? words() : Amounts.score(value, bar) + " " + label.replace('_', ' ');
    }

    String style() {
        return switch (label) {
            case "pass" -> "good";
            case "fail" -> "bad";
            case "error" -> "odd";
            default -> "plain";
        };
    }

    /** Whether it can be drawn on a scale from 0 to 1. */
    boolean isDrawn() {
        return value != null && value >= 0 && value <= 1;
    }
}
