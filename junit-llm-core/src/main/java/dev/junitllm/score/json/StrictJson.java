package dev.junitllm.score.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Printable;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads JSON as RFC 8259 defines it: exactly one value with nothing but white space around it, no name twice in an object,
 * no comments, no trailing commas, no NaN. Fractions stay as they are written. Nesting beyond 1,000 levels, numbers of more
 * than 1,000 characters and (by newer versions of Jackson) names of more than 50,000 are not read.
 */
public final class StrictJson {

    static final int MOST_LEVELS = 1_000;

    private static final int MOST_DIGITS = 1_000;

    private static final int SHOWN = 120;

    private static final Pattern LIMIT_NAME = Pattern.compile(", from `[^`]*+`");

    private static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    /**
     * Reads.
     *
     * @param text what should be JSON
     * @return the value
     * @throws MalformedJsonException saying where and why it isn't, or what it asks too much of
     */
    public static JsonNode read(String text) throws MalformedJsonException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode value = MAPPER.readTree(parser);
            if (value == null) {
                throw new MalformedJsonException("it is empty");
            }
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        "there is more behind the first value" + place(parser.currentTokenLocation()));
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException("it asks for too much: " + words(e));
        } catch (JsonEOFException e) {
            throw new MalformedJsonException("it ends too early");
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(words(e) + place(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_LEVELS)
                        .maxNumberLength(MOST_DIGITS)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                // names come from a model: interning them, or failing on many, would let an output harm the whole JVM
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : " at line %s, column %s"
                        .formatted(Integer.toString(location.getLineNr()), Integer.toString(location.getColumnNr()));
    }

    /** Jackson's own words, without its advice to configure Jackson. */
    private static String words(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message == null) {
            return "unreadable";
        }
        message = LIMIT_NAME.matcher(message).replaceAll("");
        for (String advice : new String[] {": enable", " (start marker", " at [Source", " (not recognized"}) {
            int begin = message.indexOf(advice);
            message = begin < 0 ? message : message.substring(0, begin);
        }
        return Printable.line(message, SHOWN);
    }
}
