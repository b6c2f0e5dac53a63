package dev.junitllm.report.waterfall;

import dev.junitllm.SpanEvent;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened during a step: exceptions with their stack traces, lines of the log, and whatever else. */
final class EventList {

    private static final int MOST = 300;
    private static final int LONGEST_LINE = 300;

    private static final Set<String> SHOWN_ELSEWHERE = Set.of(TraceNames.EVALUATION_RESULT, TraceNames.SCORING);

    private static final Set<String> OF_AN_EXCEPTION =
            Set.of(TraceNames.EXCEPTION_TYPE, TraceNames.EXCEPTION_MESSAGE, TraceNames.EXCEPTION_STACKTRACE);

    private final Markup out;
    private final Texts texts;
    private final TimeAxis axis;

    EventList(Markup out, Texts texts, TimeAxis axis) {
        this.out = out;
        this.texts = texts;
        this.axis = axis;
    }

    void write(TraceSpan span) {
        List<SpanEvent> events = span.events().stream()
                .filter(event -> !SHOWN_ELSEWHERE.contains(event.name()))
                .toList();
        events.stream()
                .filter(event -> event.name().equals(TraceNames.EXCEPTION))
                .limit(MOST)
                .forEach(this::exception);
        List<SpanEvent> others = events.stream()
                .filter(event -> !event.name().equals(TraceNames.EXCEPTION))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        out.element(
                "h3", "", others.stream().allMatch(event -> event.name().equals(TraceNames.LOG)) ? "log" : "events");
        out.element("table", "events", () -> others.stream().limit(MOST).forEach(this::line));
        if (others.size() > MOST) {
            out.element("p", "cut", "and " + (others.size() - MOST) + " more");
        }
    }

    private void exception(SpanEvent event) {
        out.open("details", "class", "more");
        out.element("summary", "", "exception " + said(event, TraceNames.EXCEPTION_TYPE));
        String message = said(event, TraceNames.EXCEPTION_MESSAGE);
        String stack = said(event, TraceNames.EXCEPTION_STACKTRACE);
        if (!stack.contains(message)) {
            texts.box(message);
        }
        texts.box(stack.isEmpty() ? message : stack);
        String rest = rest(event, OF_AN_EXCEPTION);
        if (!rest.isEmpty()) {
            out.element("p", "remark", rest);
        }
        out.close("details");
    }

    private void line(SpanEvent event) {
        boolean log = event.name().equals(TraceNames.LOG);
        String said = log ? values(event) : (event.name() + " " + rest(event, Set.of())).strip();
        out.element("tr", "", () -> {
            out.element("td", "at", axis.sinceBegin(event.epochNanos()));
            out.element("td", "", () -> {
                if (said.length() > LONGEST_LINE) {
                    texts.box(said);
                } else {
                    out.line(said);
                }
            });
        });
    }

    /** As loggers write it: level, name, text. */
    private static String values(SpanEvent event) {
        return event.attributes().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String rest(SpanEvent event, Set<String> but) {
        return event.attributes().entrySet().stream()
                .filter(entry -> !but.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String said(SpanEvent event, String attribute) {
        return String.valueOf(event.attributes().getOrDefault(attribute, ""));
    }
}
