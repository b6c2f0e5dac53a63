package dev.junitllm.judge.cost;

import dev.junitllm.judge.chat.ChatModelDescription;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Prices by model, as a file of the user's tells them: none are built in, for they change. A model is found by {@code
 * provider/model} or by {@code model}, exactly; what is not in the table has no price, which is not a price of 0. Immutable.
 *
 * @param currency such as {@code USD}
 * @param prices the prices by model
 */
public record PriceTable(String currency, Map<String, Price> prices) {

    /** No prices. */
    public static final PriceTable EMPTY = new PriceTable("USD", Map.of());

    /**
     * Checks what it is made of.
     *
     * @param currency such as {@code USD}
     * @param prices the prices by model
     */
    public PriceTable {
        prices = Map.copyOf(prices);
    }

    /**
     * Reads a file of prices: YAML ({@code .yaml}, {@code .yml}) or properties of one's own, per million tokens, or
     * LiteLLM's {@code model_prices_and_context_window.json}.
     *
     * @param file the file
     * @return the table
     * @throws dev.junitllm.ConfigurationException naming file and entry, where something is wrong
     */
    public static PriceTable read(Path file) {
        return PriceFiles.read(file);
    }

    /**
     * The price of a model.
     *
     * @param model which
     * @return its price, or empty where the table has none
     */
    public Optional<Price> of(ChatModelDescription model) {
        return Optional.ofNullable(prices.get(model.provider() + "/" + model.model()))
                .or(() -> Optional.ofNullable(prices.get(model.model())));
    }
}
