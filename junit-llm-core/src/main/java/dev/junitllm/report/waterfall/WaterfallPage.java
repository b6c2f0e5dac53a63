package dev.junitllm.report.waterfall;

import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.report.Html;
import dev.junitllm.trace.NotableSteps;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.SpanTree.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A trace as one page of HTML and CSS: which step took how long and which failed, and for each what it was given and what it
 * answered. It has no script and loads nothing, whatever libraries, models and tools wrote into the trace, and stays
 * readable where they wrote a lot: long texts scroll and are cut, and after a thousand steps the rest is only counted.
 */
public final class WaterfallPage {

    private static final int MOST_STEPS = 1_000;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_OPEN = 3;

    private WaterfallPage() {}

    /**
     * Makes the page.
     *
     * @param heading what the trace is of
     * @param trace the trace, without secrets
     * @return HTML that stands alone
     */
    public static String of(Heading heading, Trace trace) {
        SpanTree tree = SpanTree.of(trace);
        NotableSteps notable = NotableSteps.of(tree);
        Markup out = new Markup();
        new Overview(out, heading, trace, tree, notable).write();
        write(out, trace, tree, notable);
        int more = tree.steps().size() - MOST_STEPS;
        if (more > 0) {
            out.element("p", "cut", "and " + more + " more steps");
        }
        return Html.page(Printable.line(heading.name(), LONGEST_TITLE), Stylesheet.CSS, out.toString());
    }

    private static void write(Markup out, Trace trace, SpanTree tree, NotableSteps notable) {
        TimeAxis axis = TimeAxis.of(trace.spans());
        List<Step> steps = tree.steps();
        Set<Integer> open = open(steps, notable);
        StepRow row = new StepRow(out, axis, notable);
        StepContent content = new StepContent(out, axis, tree);
        out.open("div", "class", "steps", "style", "--tick:" + axis.tickDistance());
        row.head();
        for (int place = 0; place < Math.min(steps.size(), MOST_STEPS); place++) {
            int at = place;
            Step step = steps.get(place);
            out.open(
                    "details",
                    "class",
                    StepRow.style(step),
                    "id",
                    StepRow.anchor(place),
                    "open",
                    open.contains(place) ? "open" : "");
            out.element("summary", "row", () -> row.write(step));
            out.element("div", "content", () -> content.write(at, open.contains(at)));
            out.close("details");
        }
        out.close("div");
    }

    /** What a reviewer wants to see first: the steps that failed, and the last thing the application asked a model. */
    private static Set<Integer> open(List<Step> steps, NotableSteps notable) {
        Set<Integer> open = new HashSet<>();
        notable.failed().stream().limit(MOST_OPEN).map(steps::indexOf).forEach(open::add);
        IntStream.range(0, steps.size())
                .filter(place -> !steps.get(place).ofEvaluation())
                .filter(place -> steps.get(place).span().kind() == SpanKind.LLM)
                .reduce((first, second) -> second)
                .ifPresent(open::add);
        return open;
    }
}
