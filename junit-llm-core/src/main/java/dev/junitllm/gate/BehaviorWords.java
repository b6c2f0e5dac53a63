package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.stats.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of changed behavior. Names come from traces, and may hold anything. */
final class BehaviorWords {

    private static final int NAMES_SHOWN = 8;
    private static final int TOOLS_SHOWN = 5;
    private static final int NAME = 60;

    private BehaviorWords() {}

    /** A mean in as many decimals as it needs. */
    static String number(double value) {
        return Decimals.show(value);
    }

    static String names(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> Printable.line(name, NAME))
                .collect(Collectors.joining(", "));
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** One sentence for each tool that some cases call no longer, or newly; the most frequent first. */
    static List<String> tools(List<CaseBehavior> cases) {
        List<String> sentences = new ArrayList<>();
        sentences.addAll(tools(cases, CaseBehavior::toolsNoLongerCalled, "no longer"));
        sentences.addAll(tools(cases, CaseBehavior::toolsNewlyCalled, "newly"));
        return sentences;
    }

    private static List<String> tools(
            List<CaseBehavior> cases, Function<CaseBehavior, Collection<String>> which, String how) {
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(one -> which.apply(one).forEach(tool -> counts.merge(tool, 1, Integer::sum)));
        List<String> sentences = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(TOOLS_SHOWN)
                .map(tool -> "tool '%s' %s called in %s"
                        .formatted(Printable.line(tool.getKey(), NAME), how, ofCases(tool.getValue(), cases.size())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (counts.size() > TOOLS_SHOWN) {
            sentences.add("%s %s called"
                    .formatted(NoRegressionMessages.count(counts.size() - TOOLS_SHOWN, "more tool"), how));
        }
        return sentences;
    }

    /** How many of the cases. */
    static String ofCases(int changed, int all) {
        return "%s of %s".formatted(Integer.toString(changed), NoRegressionMessages.count(all, "case"));
    }

    /** A ratio as what has come to it: 1.38 is +38 %. */
    static String percent(double ratio) {
        double change = (ratio - 1) * 100;
        double size = Math.abs(change);
        String shown = size >= 10 ? Long.toString(Math.round(size)) : Decimals.show(Math.round(size * 10) / 10.0);
        return (change < 0 && !shown.equals("0") ? "−" : "+") + shown + " %";
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(bounds -> "%s %% interval %s to %s, %s"
                        .formatted(
                                Decimals.show(bounds.confidence() * 100),
                                percent(bounds.lower()),
                                percent(bounds.upper()),
                                bounds.method()))
                .orElse("no interval: too few cases");
    }
}
