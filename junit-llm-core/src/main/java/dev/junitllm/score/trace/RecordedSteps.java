package dev.junitllm.score.trace;

import dev.junitllm.Printable;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a trace says of the application, and how that is named. */
final class RecordedSteps {

    static final String NO_TRACE = "NO_TRACE";
    static final String NO_STEPS = "NO_STEPS";

    private static final String HOW =
            "let the application use OpenTelemetry or a library that is traced for you, or record its steps by LlmSpan or @Traced (docs/tracing.md)";

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N} ._-]+");

    private static final int SHOWN = 10;
    private static final int LENGTH = 60;

    private RecordedSteps() {}

    /**
     * The application's steps. A trace without any says nothing of the application: not even that it did nothing.
     *
     * @throws ScoringException where there are none
     */
    static List<TraceSpan> of(Trace trace) throws ScoringException {
        requireTrace(trace);
        List<TraceSpan> steps = trace.application().toList();
        if (steps.isEmpty()) {
            throw new ScoringException(NO_STEPS, "the trace holds no step of the application: " + HOW);
        }
        return steps;
    }

    static void requireTrace(Trace trace) throws ScoringException {
        if (trace.spans().isEmpty()) {
            throw new ScoringException(NO_TRACE, "there is no trace: see that tracing is on, and " + HOW);
        }
    }

    /** Names in quotes, the first few of them. */
    static String listed(List<String> names) {
        String shown = names.stream().limit(SHOWN).map(RecordedSteps::quoted).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    static String quoted(String name) {
        return "'" + Printable.line(name, LENGTH) + "'";
    }

    /** The name of a score that is about something, as far as its name can hold that. */
    static String scoreName(String rule, String what) {
        String plain = NOT_IN_NAMES.matcher(what).replaceAll("-");
        return rule + " " + (plain.length() > LENGTH ? plain.substring(0, LENGTH) : plain);
    }

    static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
