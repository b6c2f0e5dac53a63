package dev.junitllm.trace.cost;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationKey;
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

    /** Where the file of prices is. */
    public static final ConfigurationKey FILE = new ConfigurationKey(
            "junit.llm.prices",
            "",
            "A file of prices: YAML or properties of your own, per million tokens, or LiteLLM's"
                    + " `model_prices_and_context_window.json`.");

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
     * The prices that the settings name.
     *
     * @param configuration the settings of the run
     * @return the table; {@link #EMPTY} where none is named
     * @throws dev.junitllm.ConfigurationException naming file and entry, where something is wrong
     */
    public static PriceTable of(Configuration configuration) {
        return configuration.text(FILE).map(file -> read(Path.of(file))).orElse(EMPTY);
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
     * @param provider who serves it, such as {@code openai}
     * @param model which
     * @return its price, or empty where the table has none
     */
    public Optional<Price> of(String provider, String model) {
        return Optional.ofNullable(prices.get(provider + "/" + model)).or(() -> Optional.ofNullable(prices.get(model)));
    }
}
