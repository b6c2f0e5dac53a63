package dev.junitllm.assertj;

import dev.junitllm.Document;
import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.SpanTree.Step;
import dev.junitllm.trace.StepWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The application's steps as a short text, each below the one it belongs to. */
final class StepTree {

    private static final int STEPS_SHOWN = 30;
    private static final int DOCUMENTS_SHOWN = 5;
    private static final int FACT = 160;

    private StepTree() {}

    /** One line for each step; empty where there is none. */
    static String of(Trace trace) {
        List<Step> steps = SpanTree.of(trace).steps().stream()
                .filter(step -> step.depth() > 0 && !step.ofEvaluation())
                .toList();
        String shown = steps.stream()
                .limit(STEPS_SHOWN)
                .map(step -> "  ".repeat(step.depth() - 1) + line(step.span()))
                .collect(Collectors.joining("\n"));
        int more = steps.size() - STEPS_SHOWN;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }

    private static String line(TraceSpan step) {
        StringBuilder line = new StringBuilder(step.kind() == SpanKind.OTHER ? "" : step.kind() + " ");
        line.append(StepWords.name(step)).append(", ").append(StepWords.time(step.duration()));
        OptionalLong tokens = step.usage().totalTokens();
        if (tokens.isPresent()) {
            line.append(", ").append(tokens.getAsLong()).append(" tokens");
        }
        step.cost().ifPresent(cost -> line.append(", ").append(money(cost, step.text(TraceNames.COST_CURRENCY))));
        fact(step).ifPresent(fact -> line.append(": ").append(Printable.line(fact, FACT)));
        step.error().ifPresent(error -> line.append(", FAILED: ").append(Printable.line(error, FACT)));
        return line.toString();
    }

    private static String money(BigDecimal cost, Optional<String> currency) {
        return currency.map(code -> cost.toPlainString() + " " + Printable.line(code, 10))
                .orElseGet(() -> "$" + cost.toPlainString());
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
}
