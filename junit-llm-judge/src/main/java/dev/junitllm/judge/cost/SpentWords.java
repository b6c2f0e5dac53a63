package dev.junitllm.judge.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is said and kept of what the judges of a test spent. */
final class SpentWords {

    private SpentWords() {}

    /** One line of a summary; empty where nothing was called. */
    static String remark(TestCalls.Counts counts, String currency) {
        int called = counts.calls() - counts.replayed();
        if (called == 0) {
            return "";
        }
        int unanswered = counts.unanswered();
        return "the judge was asked %s%s, %s tokens, cost %s"
                .formatted(
                        called == 1 ? "once" : called + " times",
                        unanswered == 0 ? "" : " (%s without an answer)".formatted(unanswered),
                        known(Long.toString(counts.tokens()), counts.withoutTokens() + unanswered, called),
                        known(
                                counts.cost().toPlainString() + " " + currency,
                                counts.withoutCost() + unanswered,
                                called));
    }

    /** As {@code run.json} keeps it. */
    static Map<String, Object> facts(TestCalls.Counts counts, String currency) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("models", counts.models().stream().sorted().toList());
        facts.put("calls", counts.calls());
        facts.put("replayed", counts.replayed());
        facts.put("callsWithoutAnswer", counts.unanswered());
        facts.put("tokens", counts.tokens());
        facts.put("callsWithoutTokens", counts.withoutTokens());
        facts.put("cost", counts.cost().toPlainString());
        facts.put("currency", currency);
        facts.put("callsWithoutCost", counts.withoutCost());
        facts.put("callsWithEstimatedCost", counts.estimated());
        return facts;
    }

    private static String known(String amount, int without, int calls) {
        return without == 0 ? amount : without >= calls ? "unknown" : "at least " + amount;
    }
}
