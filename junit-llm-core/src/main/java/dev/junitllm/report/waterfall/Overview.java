package dev.junitllm.report.waterfall;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.NotableSteps;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.SpanTree.Step;
import dev.junitllm.trace.StepWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The top of the page: what the trace is of, what it took in all, and which steps to look at first. */
final class Overview {

    private static final int MOST_FAILED = 5;
    private static final int MOST_SCORES = 20;

    private final Markup out;
    private final Heading heading;
    private final Trace trace;
    private final SpanTree tree;
    private final NotableSteps notable;

    Overview(Markup out, Heading heading, Trace trace, SpanTree tree, NotableSteps notable) {
        this.out = out;
        this.heading = heading;
        this.trace = trace;
        this.tree = tree;
        this.notable = notable;
    }

    void write() {
        out.element("header", "", () -> {
            out.open("h1").line(heading.name());
            if (!heading.outcome().isEmpty()) {
                out.element("span", "outcome " + outcomeStyle(), heading.outcome());
            }
            out.close("h1");
            out.element("p", "where", heading.test());
            out.element("ul", "totals", this::totals);
            trace.root()
                    .filter(Overview::threw)
                    .ifPresent(root -> failed(tree.steps().get(0)));
            notable.failed().stream().limit(MOST_FAILED).forEach(this::failed);
            notable.slowest().ifPresent(this::slowest);
            scores();
            out.element(
                    "p",
                    "where",
                    "Trace " + trace.traceId()
                            + (heading.file().isEmpty() ? "" : ", kept in the run's folder as " + heading.file()));
        });
    }

    private String outcomeStyle() {
        return switch (heading.outcome()) {
            case "PASSED" -> "good";
            case "FAILED" -> "bad";
            default -> "odd";
        };
    }

    private void totals() {
        trace.root().ifPresent(root -> {
            Duration body = StepWords.body(root);
            total(StepWords.time(body)
                    + (body.equals(root.duration())
                            ? ""
                            : ", then " + StepWords.time(root.duration().minus(body)) + " to score"));
        });
        total(count(notableOf(), "step", "steps"));
        int calls = trace.modelCalls().size();
        if (calls > 0) {
            total(count(calls, "model call", "model calls"));
            total(Amounts.tokensInWords(trace.usage()));
            total(trace.cost().map(cost -> Amounts.cost(cost, currency())).orElse("cost not known"));
        }
        trace.timeToFirstToken().ifPresent(time -> total("first token after " + StepWords.time(time)));
        trace.root()
                .flatMap(root -> root.number(TraceNames.DROPPED))
                .ifPresent(dropped -> total(dropped + " steps were too many to be kept"));
    }

    private int notableOf() {
        return (int) tree.steps().stream()
                .filter(step -> step.parent() >= 0 && !step.ofEvaluation())
                .count();
    }

    private Optional<String> currency() {
        return trace.modelCalls().stream()
                .map(span -> span.text(TraceNames.COST_CURRENCY))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void total(String words) {
        if (!words.isEmpty()) {
            out.element("li", "", words);
        }
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** The invocation's status alone says no more than the outcome. */
    private static boolean threw(TraceSpan root) {
        return root.events().stream().anyMatch(event -> event.name().equals(TraceNames.EXCEPTION));
    }

    private void failed(Step step) {
        out.open("p", "class", "look");
        out.element("b", "badge bad", "failed");
        link(step);
        out.line(step.span().error().map(error -> ": " + error).orElse("")).close("p");
    }

    private void slowest(Step step) {
        Duration all = StepWords.body(tree.steps().get(0).span());
        out.open("p", "class", "look");
        out.element("b", "badge slow", "slowest");
        link(step);
        out.line(", %s of %s".formatted(StepWords.time(Duration.ofNanos(step.ownNanos())), StepWords.time(all)))
                .close("p");
    }

    private void scores() {
        List<Step> scored = tree.steps().stream()
                .filter(step -> !ScoreSaid.of(step.span()).isEmpty())
                .limit(MOST_SCORES)
                .toList();
        if (scored.isEmpty()) {
            return;
        }
        out.element(
                "ul",
                "scores",
                () -> scored.forEach(step -> ScoreSaid.of(step.span()).forEach(score -> {
                    out.open("li", "class", score.style());
                    out.open("a", "href", "#" + StepRow.anchor(tree.steps().indexOf(step)))
                            .line(score.name())
                            .close("a");
                    out.line(score.words()).close("li");
                })));
    }

    private void link(Step step) {
        out.open("a", "href", "#" + StepRow.anchor(tree.steps().indexOf(step)))
                .line(StepRow.name(step))
                .close("a");
    }
}
