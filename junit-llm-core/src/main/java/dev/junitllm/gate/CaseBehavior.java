package dev.junitllm.gate;

import dev.junitllm.SpanKind;
import dev.junitllm.run.CaseSteps;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a case then and now.
 *
 * @param id the case
 * @param then the pattern of its traces in the baseline
 * @param now the pattern of today's
 */
record CaseBehavior(String id, CaseSteps then, CaseSteps now) {

    private static final double HALF_A_STEP = 0.5;

    /** Whether something has changed; empty where one side doesn't say. */
    Optional<Boolean> hasChanged(Behavior behavior) {
        return switch (behavior) {
            case TOOLS -> Optional.of(!tools(then).equals(tools(now)));
            case TOOL_ORDER ->
                Optional.of(Collections.disjoint(
                        then.routes().keySet(), now.routes().keySet()));
            case DOCUMENTS ->
                then.documents() == null || now.documents() == null
                        ? Optional.empty()
                        : Optional.of(!documents(then).equals(documents(now)));
            case MODEL_CALLS ->
                Optional.of(Math.abs(now.calls(SpanKind.LLM) - then.calls(SpanKind.LLM)) >= HALF_A_STEP);
            case FAILED_STEPS -> Optional.of(now.failed() - then.failed() >= HALF_A_STEP);
            case TOKENS, COST -> Optional.empty();
        };
    }

    /** Whether there is anything to compare on either side: of nothing nothing can be said. */
    boolean has(Behavior behavior) {
        return switch (behavior) {
            case TOOLS, TOOL_ORDER -> then.calls(SpanKind.TOOL) + now.calls(SpanKind.TOOL) > 0;
            case DOCUMENTS -> then.calls(SpanKind.RETRIEVAL) + now.calls(SpanKind.RETRIEVAL) > 0;
            case MODEL_CALLS -> then.calls(SpanKind.LLM) + now.calls(SpanKind.LLM) > 0;
            case FAILED_STEPS, TOKENS, COST -> true;
        };
    }

    /** In a few words, then and now. */
    String remark(Behavior behavior) {
        return switch (behavior) {
            case TOOLS -> beside(tools(then), tools(now));
            case TOOL_ORDER -> beside(usual(then), usual(now));
            case DOCUMENTS -> beside(documents(then), documents(now));
            case MODEL_CALLS ->
                "%s, was %s"
                        .formatted(
                                BehaviorWords.number(now.calls(SpanKind.LLM)),
                                BehaviorWords.number(then.calls(SpanKind.LLM)));
            case FAILED_STEPS ->
                "%s, was %s".formatted(BehaviorWords.number(now.failed()), BehaviorWords.number(then.failed()));
            case TOKENS, COST -> "";
        };
    }

    @Nullable
    Double amountThen(Behavior behavior) {
        return behavior == Behavior.TOKENS ? then.tokens() : then.cost();
    }

    @Nullable
    Double amountNow(Behavior behavior) {
        return behavior == Behavior.TOKENS ? now.tokens() : now.cost();
    }

    Set<String> toolsNoLongerCalled() {
        SortedSet<String> gone = tools(then);
        gone.removeAll(tools(now));
        return gone;
    }

    Set<String> toolsNewlyCalled() {
        SortedSet<String> added = tools(now);
        added.removeAll(tools(then));
        return added;
    }

    private static String beside(Collection<String> then, Collection<String> now) {
        return "%s, was %s".formatted(BehaviorWords.names(now), BehaviorWords.names(then));
    }

    private static List<String> usual(CaseSteps steps) {
        return steps.routes().keySet().iterator().next();
    }

    private static SortedSet<String> tools(CaseSteps steps) {
        Map<String, Integer> samples = new HashMap<>();
        steps.routes()
                .forEach((route, count) -> Set.copyOf(route).forEach(tool -> samples.merge(tool, count, Integer::sum)));
        return mostly(samples, steps.samples());
    }

    private static SortedSet<String> documents(CaseSteps steps) {
        Map<String, Integer> found = steps.documents();
        return found == null ? new TreeSet<>() : mostly(found, steps.samples());
    }

    private static SortedSet<String> mostly(Map<String, Integer> counts, int samples) {
        SortedSet<String> names = new TreeSet<>();
        counts.forEach((name, count) -> {
            if (2 * count > samples) {
                names.add(name);
            }
        });
        return names;
    }
}
