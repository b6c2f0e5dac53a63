package dev.junitllm.trace.cost;

import static dev.junitllm.trace.cost.PriceTest.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {

    @TempDir
    private Path folder;

    @Test
    void readsYaml() throws Exception {
        PriceTable table = read("prices.yaml", """
            currency: EUR
            asOf: 2026-11-01
            models:
              gpt-4o-mini: {input: 0.15, output: 0.60, cacheRead: 0.075}
              ollama/llama3.2: {input: 0, output: 0}
            """);

        assertThat(table.currency()).isEqualTo("EUR");
        assertThat(table.of("openai", "gpt-4o-mini")).contains(price("0.15", "0.6", "0.075", null));
        assertThat(table.of("ollama", "llama3.2")).contains(price("0", "0", null, null));
        assertThat(table.of("azure", "llama3.2")).isEmpty();
        assertThat(table.of("openai", "gpt-4o-mini-2024-07-18"))
                .as("nothing is guessed")
                .isEmpty();
    }

    @Test
    void readsProperties() throws Exception {
        PriceTable table = read("prices.properties", """
            currency = EUR
            models.gpt-4.1.input = 2
            models.gpt-4.1.output = 8
            models.gpt-4.1.cacheWrite = 3
            """);

        assertThat(table.currency()).isEqualTo("EUR");
        assertThat(table.of("openai", "gpt-4.1")).contains(price("2", "8", null, "3"));
    }

    @Test
    void readsLiteLlmsFile() throws Exception {
        PriceTable table = read("model_prices_and_context_window.json", """
            {"sample_spec": {"input_cost_per_token": 0, "output_cost_per_token": 0},
             "m": {"input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07, "cache_read_input_token_cost": 7.5e-08,
                   "litellm_provider": "openai", "mode": "chat"},
             "anthropic/c": {"input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
                   "cache_creation_input_token_cost": 3.75e-06},
             "dall-e": {"input_cost_per_pixel": 1e-08, "output_cost_per_pixel": 0}}\
            """);

        assertThat(table.prices()).containsOnlyKeys("m", "anthropic/c");
        Price price = table.of("openai", "m").orElseThrow();
        assertThat(price.input()).isEqualByComparingTo("0.15");
        assertThat(price.output()).isEqualByComparingTo("0.6");
        assertThat(price.cacheRead()).isEqualByComparingTo("0.075");
        assertThat(price.cacheWrite()).isNull();
        assertThat(table.of("anthropic", "c").orElseThrow().cacheWrite()).isEqualByComparingTo("3.75");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yaml | models: {m: {input: 1}} | m.output is missing; a model that costs nothing needs a 0",
                "a.yaml | models: {m: {input: 1, output: x}} | m.output is \"x\", but must be a number, at least 0",
                "a.yaml | models: {m: {input: -1, output: 1}} | m.input is -1, but must be a number, at least 0",
                "a.yaml | models: {m: {input: 1, ouput: 1}} | m.ouput is none of input, output, cacheRead, cacheWrite",
                "a.yaml | models: [] | models has to hold the prices of at least one model",
                "a.yaml | 'models: {m: {input: 1, output: 1}, m: {input: 2, output: 1}}' | prices can't be read from",
                "a.json | {\"m\": {}} | input_cost_per_token is in no entry: is it LiteLLM's file of prices?",
                "a.json | {\"m\": | prices can't be read from",
                "a.properties | models.m.input = 1 | m.output is missing",
            })
    void saysWhatIsWrongAndWhere(String name, String content, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(name, content))
                .withMessageContaining(folder.resolve(name).toString())
                .withMessageContaining(message);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> PriceTable.read(folder.resolve("none.yaml")))
                .withMessageStartingWith("prices can't be read from " + folder.resolve("none.yaml"));
    }

    private PriceTable read(String name, String content) throws IOException {
        return PriceTable.read(Files.writeString(folder.resolve(name), content));
    }
}
