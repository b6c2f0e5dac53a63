package dev.junitllm.report;

import dev.junitllm.trace.TraceTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run says of its traces as a whole. */
final class TraceMessages {

    private TraceMessages() {}

    /** What a reader of traces should know: what is missing from them. Empty where nothing is. */
    static List<String> missing(TraceTotals totals) {
        List<String> said = new ArrayList<>();
        if (totals.outsideAll() > 0) {
            said.add(count(totals.outsideAll()) + " outside any test: "
                    + totals.outside().entrySet().stream()
                            .map(entry -> entry.getKey() + " x " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (totals.dropped() > 0) {
            said.add(
                    count(totals.dropped())
                            + " dropped from traces that have too many (junit.llm.trace.max-spans says how many a trace keeps)");
        }
        said.addAll(totals.remarks());
        return said;
    }

    private static String count(long spans) {
        return spans + (spans == 1 ? " span" : " spans");
    }
}
