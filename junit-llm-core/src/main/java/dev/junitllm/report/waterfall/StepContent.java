package dev.junitllm.report.waterfall;

import dev.junitllm.SpanLink;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.SpanTree.Step;
import dev.junitllm.trace.StepWords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a step shows when it is opened: what its kind is about first, then everything else it says. */
final class StepContent {

    private final Markup out;
    private final SpanTree tree;
    private final Texts texts;
    private final Conversation conversation;
    private final DocumentList documents;
    private final ScoreList scores;
    private final EventList events;
    private final AttributeList attributes;

    StepContent(Markup out, TimeAxis axis, SpanTree tree) {
        this.out = out;
        this.tree = tree;
        this.texts = new Texts(out);
        this.conversation = new Conversation(out, texts);
        this.documents = new DocumentList(out, texts);
        this.scores = new ScoreList(out, texts);
        this.events = new EventList(out, texts, axis);
        this.attributes = new AttributeList(out, texts);
    }

    void write(int place, boolean open) {
        Step step = tree.steps().get(place);
        TraceSpan span = step.span();
        Set<String> shown = new HashSet<>();
        if (step.parent() >= 0 || !span.status().message().isBlank()) {
            span.error().ifPresent(texts::error);
        }
        attributes.facts(span, shown);
        switch (span.kind()) {
            case LLM -> conversation.write(span, place, open, shown);
            case TOOL -> tool(span, shown);
            case RETRIEVAL -> documents.write(span, shown);
            case EVALUATION -> scores.write(span, shown);
            default -> {}
        }
        inAndOut(span, shown);
        events.write(span);
        links(span);
        attributes.rest(span, shown);
    }

    private void tool(TraceSpan span, Set<String> shown) {
        span.text(TraceNames.TOOL_DESCRIPTION).ifPresent(description -> {
            shown.add(TraceNames.TOOL_DESCRIPTION);
            out.element("p", "remark", description);
        });
        json(span, "arguments", TraceNames.TOOL_CALL_ARGUMENTS, TraceNames.INPUT_VALUE, shown);
        json(span, "result", TraceNames.TOOL_CALL_RESULT, TraceNames.OUTPUT_VALUE, shown);
    }

    /** What viewers other than ours are told once more is shown once. */
    private void json(TraceSpan span, String title, String attribute, String same, Set<String> shown) {
        Optional<String> said = span.text(attribute);
        if (said.isPresent()) {
            shown.add(attribute);
            span.text(same).filter(said.get()::equals).ifPresent(text -> shown.add(same));
            out.element("h3", "", title);
            texts.json(said.get());
        }
    }

    private void inAndOut(TraceSpan span, Set<String> shown) {
        for (String attribute : List.of(TraceNames.INPUT_VALUE, TraceNames.OUTPUT_VALUE)) {
            if (!shown.contains(attribute)) {
                json(span, attribute.equals(TraceNames.INPUT_VALUE) ? "input" : "output", attribute, attribute, shown);
            }
        }
    }

    private void links(TraceSpan span) {
        for (SpanLink link : span.links()) {
            out.open("p", "class", "remark").line("linked to ");
            IntStream.range(0, tree.steps().size())
                    .filter(place -> tree.steps().get(place).span().spanId().equals(link.spanId()))
                    .findFirst()
                    .ifPresentOrElse(
                            place -> out.open("a", "href", "#" + StepRow.anchor(place))
                                    .line(StepWords.name(tree.steps().get(place).span()))
                                    .close("a"),
                            () -> out.line("span " + link.spanId() + " of trace " + link.traceId()));
            out.close("p");
        }
    }
}
