package dev.junitllm.jupiter;

import dev.junitllm.run.CaseResult.Exchange;
import java.util.DoubleSummaryStatistics;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;

/** What samples took on average, of those of which it is known. Thread-safe. */
final class Spent {

    private final LongSummaryStatistics tokens = new LongSummaryStatistics();
    private final DoubleSummaryStatistics cost = new DoubleSummaryStatistics();

    synchronized void add(Exchange exchange) {
        OptionalLong used = exchange.usage().totalTokens();
        used.ifPresent(tokens);
        String said = exchange.attributes().get("cost");
        if (said == null) {
            return;
        }
        try {
            double money = Double.parseDouble(said);
            if (money >= 0 && money < Double.POSITIVE_INFINITY) {
                cost.accept(money);
            }
        } catch (NumberFormatException e) {
            return; // a cost that is no number is not known
        }
    }

    /** Tokens of a sample; 0 where unknown. */
    synchronized double tokensPerSample() {
        return tokens.getAverage();
    }

    /** What a sample cost, in whatever currency the test records it; 0 where unknown. */
    synchronized double costPerSample() {
        return cost.getAverage();
    }
}
