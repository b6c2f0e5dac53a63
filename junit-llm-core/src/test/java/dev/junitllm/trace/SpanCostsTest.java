package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanStatus;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.cost.Price;
import dev.junitllm.trace.cost.PriceTable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanCostsTest {

    private static final Price PRICE = new Price(new BigDecimal("2"), new BigDecimal("8"), null, null);
    private static final SpanCosts COSTS = new SpanCosts(new PriceTable("USD", Map.of("openai/m", PRICE, "e", PRICE)));

    private static final Map<String, Object> CALL = Map.of(
            TraceNames.OPERATION_NAME, "chat",
            TraceNames.PROVIDER_NAME, "openai",
            TraceNames.REQUEST_MODEL, "m",
            TraceNames.USAGE_INPUT_TOKENS, 1000L,
            TraceNames.USAGE_OUTPUT_TOKENS, 500L);

    @Test
    void aCallOfAModelWithAPriceCostsWhatItsTokensDo() {
        TraceSpan priced = COSTS.priced(span(CALL));

        assertThat(priced.cost()).contains(new BigDecimal("0.006"));
        assertThat(priced.attributes()).doesNotContainKeys(TraceNames.COST_ESTIMATED, TraceNames.COST_CURRENCY);
    }

    @Test
    void theModelThatAnsweredCountsBeforeTheOneThatWasAsked() {
        assertThat(COSTS.priced(span(with(TraceNames.RESPONSE_MODEL, "e"))).cost())
                .isPresent();
        assertThat(COSTS.priced(span(with(TraceNames.RESPONSE_MODEL, "m-2026"))).cost())
                .isPresent();
        assertThat(COSTS.priced(span(with(TraceNames.PROVIDER_NAME, "azure"))).cost())
                .isEmpty();
    }

    @Test
    void whatIsSaidAlreadyWasReplayedOrIsNotKnownStaysAsItIs() {
        for (TraceSpan span : List.of(
                span(with(TraceNames.COST_TOTAL, 7.0)),
                span(with(TraceNames.REPLAYED, true)),
                span(with(TraceNames.REQUEST_MODEL, "unknown")),
                span(with(TraceNames.OPERATION_NAME, "execute_tool")),
                span(with(TraceNames.USAGE_OUTPUT_TOKENS, "many")))) {
            assertThat(COSTS.priced(span)).isSameAs(span);
        }
    }

    @Test
    void anEmbeddingHasNoOutputToPayFor() {
        TraceSpan span = span(Map.of(
                TraceNames.OPERATION_NAME, "embeddings",
                TraceNames.REQUEST_MODEL, "e",
                TraceNames.USAGE_INPUT_TOKENS, 1000L));

        assertThat(COSTS.priced(span).cost()).contains(new BigDecimal("0.002"));
    }

    @Test
    void anEstimateAndAnotherCurrencyAreSaid() {
        SpanCosts euros = new SpanCosts(new PriceTable("EUR", Map.of("m", PRICE)));

        assertThat(euros.priced(span(with(TraceNames.USAGE_CACHE_READ_TOKENS, 10L)))
                        .attributes())
                .containsEntry(TraceNames.COST_ESTIMATED, true)
                .containsEntry(TraceNames.COST_CURRENCY, "EUR");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> attributes = new LinkedHashMap<>(CALL);
        attributes.put(name, value);
        return attributes;
    }

    private static TraceSpan span(Map<String, Object> attributes) {
        return new TraceSpan(
                "b7ad6b7169203331",
                "",
                "x",
                "CLIENT",
                0,
                1,
                SpanStatus.UNSET,
                attributes,
                List.of(),
                List.of(),
                "",
                Map.of());
    }
}
