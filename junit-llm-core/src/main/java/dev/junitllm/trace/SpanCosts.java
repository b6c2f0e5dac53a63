package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.Usage;
import dev.junitllm.trace.cost.Price;
import dev.junitllm.trace.cost.PriceTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what calls of models cost, where they don't say so themselves and the price is known. What came from a recording cost
 * nothing now, and has no cost.
 *
 * @param prices the user's prices
 */
record SpanCosts(PriceTable prices) {

    TraceSpan priced(TraceSpan span) {
        if (prices.prices().isEmpty()
                || span.attributes().containsKey(TraceNames.COST_TOTAL)
                || Boolean.TRUE.equals(span.attributes().get(TraceNames.REPLAYED))) {
            return span;
        }
        SpanKind kind = span.kind();
        if (kind != SpanKind.LLM && kind != SpanKind.EMBEDDING) {
            return span;
        }
        Usage usage = kind == SpanKind.EMBEDDING ? withoutOutput(span.usage()) : span.usage();
        return price(span)
                .flatMap(price -> price.of(usage).map(cost -> with(span, cost.doubleValue(), price.isEstimate(usage))))
                .orElse(span);
    }

    /** By the model that answered, else by the one that was asked. */
    private Optional<Price> price(TraceSpan span) {
        String provider = span.text(TraceNames.PROVIDER_NAME)
                .or(() -> span.text(TraceNames.SYSTEM))
                .orElse("");
        return Stream.of(TraceNames.RESPONSE_MODEL, TraceNames.REQUEST_MODEL)
                .flatMap(name -> span.text(name).stream())
                .flatMap(model -> prices.of(provider, model).stream())
                .findFirst();
    }

    private static Usage withoutOutput(Usage usage) {
        return new Usage(usage.inputTokens(), 0L, usage.cacheReadTokens(), usage.cacheWriteTokens(), null);
    }

    private TraceSpan with(TraceSpan span, double cost, boolean estimated) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put(TraceNames.COST_TOTAL, cost);
        if (estimated) {
            more.put(TraceNames.COST_ESTIMATED, true);
        }
        if (!prices.currency().equals("USD")) {
            more.put(TraceNames.COST_CURRENCY, prices.currency());
        }
        return SaidLater.attributes(span, more);
    }
}
