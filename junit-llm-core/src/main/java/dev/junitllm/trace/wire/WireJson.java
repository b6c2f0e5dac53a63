package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** JSON of the wire, of which nothing is taken for granted. */
final class WireJson {

    /** Several values after each other are no body of JSON, but a stream. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private WireJson() {}

    /** A body of JSON; empty where it is anything else. */
    static Optional<JsonNode> tree(byte[] body) {
        try {
            return body.length == 0 ? Optional.empty() : Optional.ofNullable(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What was packed; nothing where it can't be unpacked, or is too long when it is. */
    static byte[] unpacked(byte[] body, String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> gunzip(body);
            default -> new byte[0];
        };
    }

    private static byte[] gunzip(byte[] body) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = in.readNBytes(WireCall.LONGEST_BODY + 1);
            return bytes.length > WireCall.LONGEST_BODY ? new byte[0] : bytes;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** A text, or {@code null} for anything else. */
    static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    /** The first of several fields that is there. */
    static JsonNode first(JsonNode object, String... names) {
        for (String name : names) {
            if (object.hasNonNull(name)) {
                return object.path(name);
            }
        }
        return object.path(names[0]);
    }

    /** A number with a fraction, or {@code null}. */
    static @Nullable Double real(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    /** A number without one, or {@code null}. */
    static @Nullable Long whole(JsonNode node) {
        return node.isNumber() ? node.longValue() : null;
    }

    /** A count, or {@code null}. */
    static @Nullable Long count(JsonNode node) {
        return node.isNumber() && node.longValue() >= 0 ? node.longValue() : null;
    }

    /** A sum, or {@code null} where the first part isn't known. */
    static @Nullable Long sum(@Nullable Long first, @Nullable Long other) {
        return first == null || other == null ? first : Long.valueOf(first + other);
    }

    /** A text or an array of texts. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        for (JsonNode each : node) {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        }
        return texts;
    }

    /** An object or array as JSON, a text as it is, nothing as nothing. */
    static @Nullable String shown(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
