package dev.junitllm.judge.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is allowed; what is empty has no limit.
 *
 * @param cost of all calls together
 * @param tokens of all calls together
 * @param callsPerCase of one sample of a case
 * @param p95 of 95 % of the calls
 */
record BudgetLimits(
        Optional<BigDecimal> cost, Optional<Long> tokens, Optional<Long> callsPerCase, Optional<Duration> p95) {

    boolean isEmpty() {
        return cost.isEmpty() && tokens.isEmpty() && callsPerCase.isEmpty() && p95.isEmpty();
    }

    Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        cost.ifPresent(most -> attributes.put("maxCost", most.doubleValue()));
        tokens.ifPresent(most -> attributes.put("maxTokens", most));
        callsPerCase.ifPresent(most -> attributes.put("maxCallsPerCase", most));
        p95.ifPresent(most -> attributes.put("p95Latency", show(most)));
        return attributes;
    }

    /** One sentence for each limit that is passed, as far as is known. */
    List<String> passed(TestCalls.Counts counts, String currency) {
        List<String> passed = new ArrayList<>();
        cost.filter(most -> counts.cost().compareTo(most) > 0)
                .ifPresent(most -> passed.add("the calls cost %s %s, allowed are %s"
                        .formatted(
                                known(counts.cost().toPlainString(), counts.withoutCost() + counts.unanswered()),
                                currency,
                                most.toPlainString())));
        tokens.filter(most -> counts.tokens() > most)
                .ifPresent(most -> passed.add("the calls took %s tokens, allowed are %s"
                        .formatted(
                                known(Long.toString(counts.tokens()), counts.withoutTokens() + counts.unanswered()),
                                most)));
        callsPerCase
                .filter(most -> counts.mostOfCase() > most)
                .ifPresent(most -> passed.add("sample %s took %s calls, allowed are %s"
                        .formatted(counts.busiest().orElse("?"), counts.mostOfCase(), most)));
        p95.filter(most -> counts.p95().isPresent() && counts.p95().get().compareTo(most) > 0)
                .ifPresent(most -> passed.add("95 %% of the calls took up to %s, allowed are %s"
                        .formatted(show(counts.p95().orElseThrow()), show(most))));
        return passed;
    }

    /** One sentence for each limit of which nobody can say whether it was kept to. */
    List<String> unknown(TestCalls.Counts counts) {
        List<String> unknown = new ArrayList<>();
        if (cost.isPresent() && counts.withoutCost() > 0) {
            unknown.add("nobody knows what %s of %s calls cost".formatted(counts.withoutCost(), counts.calls()));
        }
        if (tokens.isPresent() && counts.withoutTokens() > 0) {
            unknown.add(
                    "nobody reported the tokens of %s of %s calls".formatted(counts.withoutTokens(), counts.calls()));
        }
        return unknown;
    }

    /** Whether what answers say of themselves, or how long they took, decides. */
    boolean needAnswers() {
        return cost.isPresent() || tokens.isPresent() || p95.isPresent();
    }

    /** An amount of which a part is missing. */
    static String known(String amount, int without) {
        return without == 0 ? amount : "at least " + amount;
    }

    /** Such as {@code 2.5s}. */
    static String show(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
    }
}
