package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.junitllm.Printable;
import java.util.Objects;

/** Reads YAML that is one mapping, with no key twice. */
final class YamlFile {

    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private YamlFile() {}

    static ObjectNode read(String text, String place) {
        try {
            JsonNode read = MAPPER.readTree(text);
            if (read instanceof ObjectNode mapping) {
                return mapping;
            }
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            String words = Objects.requireNonNullElse(e.getOriginalMessage(), "unreadable");
            throw new IllegalArgumentException(
                    "%s%s is no YAML: %s".formatted(place, line, Printable.line(words, 200)), e);
        }
        throw new IllegalArgumentException(place + " must hold names with values, such as 'question: …'");
    }
}
