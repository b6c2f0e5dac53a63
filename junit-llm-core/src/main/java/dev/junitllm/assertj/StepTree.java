package dev.junitllm.assertj;

import dev.junitllm.Decimals;
import dev.junitllm.Document;
import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The application's steps as a short text, each below the one it belongs to. */
final class StepTree {

    private static final int STEPS_SHOWN = 30;
    private static final int DOCUMENTS_SHOWN = 5;
    private static final int NAME = 60;
    private static final int FACT = 160;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Trace trace;
    private final List<TraceSpan> steps;
    private final List<String> lines = new ArrayList<>();

    private StepTree(Trace trace) {
        this.trace = trace;
        this.steps = trace.application().toList();
    }

    /** One line for each step; empty where there is none. */
    static String of(Trace trace) {
        StepTree tree = new StepTree(trace);
        Set<String> known = new HashSet<>();
        tree.steps.forEach(step -> known.add(step.spanId()));
        tree.steps.stream()
                .filter(step -> !known.contains(step.parentId()))
                .forEach(step -> tree.append(step, 0));
        List<String> shown = tree.lines.stream().limit(STEPS_SHOWN).collect(Collectors.toList());
        if (tree.lines.size() > STEPS_SHOWN) {
            shown.add("and " + (tree.lines.size() - STEPS_SHOWN) + " more");
        }
        return String.join("\n", shown);
    }

    private void append(TraceSpan step, int depth) {
        if (lines.size() >= steps.size()) { // a step can't be its own ancestor, but a file can say so
            return;
        }
        lines.add("  ".repeat(depth) + line(step));
        trace.childrenOf(step).stream().filter(steps::contains).forEach(child -> append(child, depth + 1));
    }

    private static String line(TraceSpan step) {
        StringBuilder line = new StringBuilder();
        line.append(step.kind() == SpanKind.OTHER ? "" : step.kind() + " ");
        line.append(Printable.line(step.name(), NAME)).append(", ").append(time(step.duration()));
        OptionalLong tokens = step.usage().totalTokens();
        if (tokens.isPresent()) {
            line.append(", ").append(tokens.getAsLong()).append(" tokens");
        }
        step.cost().ifPresent(cost -> line.append(", $").append(cost.toPlainString()));
        fact(step).ifPresent(fact -> line.append(": ").append(Printable.line(fact, FACT)));
        step.error().ifPresent(error -> line.append(", FAILED: ").append(Printable.line(error, FACT)));
        return line.toString();
    }

    private static Optional<String> fact(TraceSpan step) {
        return step.toolCall()
                .map(StepTree::arguments)
                .or(() -> step.documents().map(StepTree::documents))
                .filter(text -> !text.isEmpty());
    }

    private static String arguments(ToolCall call) {
        return call.arguments().isEmpty() ? "" : call.arguments().toString();
    }

    private static String documents(List<Document> documents) {
        String ids = documents.stream().limit(DOCUMENTS_SHOWN).map(Document::id).collect(Collectors.joining(", "));
        int more = documents.size() - DOCUMENTS_SHOWN;
        return documents.isEmpty() ? "nothing found" : more > 0 ? ids + " and " + more + " more" : ids;
    }

    private static String time(Duration duration) {
        double nanos = duration.toNanos();
        return nanos < NANOS_PER_SECOND
                ? Decimals.show(nanos / 1e6) + " ms"
                : Decimals.show(nanos / NANOS_PER_SECOND) + " s";
    }
}
