package dev.junitllm.trace.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.junitllm.ConfigurationException;
import dev.junitllm.Printable;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files of prices. What is misspelt or no number is an error: a price that is not read would be missed only later. */
final class PriceFiles {

    private static final Set<String> FIELDS = Set.of("input", "output", "cacheRead", "cacheWrite");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private PriceFiles() {}

    static PriceTable read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".json")) {
                return ofLiteLlm(file, strict(new JsonMapper()).readTree(file.toFile()));
            }
            if (name.endsWith(".properties")) {
                return ofOurs(file, tree(file));
            }
            return ofOurs(file, strict(new YAMLMapper()).readTree(file.toFile()));
        } catch (IOException e) {
            throw new ConfigurationException("prices can't be read from %s: %s"
                    .formatted(file, Printable.line(String.valueOf(e.getMessage()), 300)));
        }
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    }

    /** {@code currency}, and the models below {@code models}. */
    private static PriceTable ofOurs(Path file, JsonNode root) {
        Map<String, Price> prices = new HashMap<>();
        JsonNode models = root.path("models");
        if (!models.isObject() || models.isEmpty()) {
            throw wrong(file, "models", "has to hold the prices of at least one model");
        }
        models.properties().forEach(entry -> {
            JsonNode model = entry.getValue();
            model.fieldNames().forEachRemaining(field -> {
                if (!FIELDS.contains(field)) {
                    throw wrong(file, entry.getKey() + "." + field, "is none of input, output, cacheRead, cacheWrite");
                }
            });
            prices.put(
                    entry.getKey(),
                    new Price(
                            needed(file, entry.getKey(), model, "input"),
                            needed(file, entry.getKey(), model, "output"),
                            number(file, entry.getKey(), model, "cacheRead"),
                            number(file, entry.getKey(), model, "cacheWrite")));
        });
        return new PriceTable(root.path("currency").asText("USD"), prices);
    }

    /** Entries that aren't about the tokens of text have other fields, and no price here. */
    private static PriceTable ofLiteLlm(Path file, JsonNode root) {
        Map<String, Price> prices = new HashMap<>();
        root.properties().forEach(entry -> {
            JsonNode model = entry.getValue();
            BigDecimal input = number(file, entry.getKey(), model, "input_cost_per_token");
            BigDecimal output = number(file, entry.getKey(), model, "output_cost_per_token");
            if (input != null && output != null && !entry.getKey().equals("sample_spec")) {
                prices.put(
                        entry.getKey(),
                        new Price(
                                input.multiply(MILLION),
                                output.multiply(MILLION),
                                perMillion(number(file, entry.getKey(), model, "cache_read_input_token_cost")),
                                perMillion(number(file, entry.getKey(), model, "cache_creation_input_token_cost"))));
            }
        });
        if (prices.isEmpty()) {
            throw wrong(file, "input_cost_per_token", "is in no entry: is it LiteLLM's file of prices?");
        }
        return new PriceTable("USD", prices);
    }

    /** {@code models.<model>.<field>}; a model's name may hold dots. */
    private static ObjectNode tree(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode models = root.putObject("models");
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (key.startsWith("models.") && dot > "models.".length()) {
                models.withObjectProperty(key.substring("models.".length(), dot))
                        .put(key.substring(dot + 1), properties.getProperty(key).strip());
            } else {
                root.put(key, properties.getProperty(key).strip());
            }
        }
        return root;
    }

    private static BigDecimal needed(Path file, String model, JsonNode prices, String field) {
        BigDecimal price = number(file, model, prices, field);
        if (price == null) {
            throw wrong(file, model + "." + field, "is missing; a model that costs nothing needs a 0");
        }
        return price;
    }

    private static @Nullable BigDecimal number(Path file, String model, JsonNode prices, String field) {
        JsonNode node = prices.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            BigDecimal number = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the message that names the entry
        }
        throw wrong(file, model + "." + field, "is " + node + ", but must be a number, at least 0");
    }

    private static @Nullable BigDecimal perMillion(@Nullable BigDecimal perToken) {
        return perToken == null ? null : perToken.multiply(MILLION);
    }

    private static ConfigurationException wrong(Path file, String entry, String what) {
        return new ConfigurationException(
                "%s: %s %s".formatted(file, Printable.line(entry, 100), Printable.line(what, 200)));
    }
}
