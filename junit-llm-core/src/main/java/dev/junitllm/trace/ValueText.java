package dev.junitllm.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of the application as text: texts as they are, the rest as JSON where it can be said so, else in its own words. */
final class ValueText {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).findAndRegisterModules();

    private ValueText() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Number) {
            return value.toString();
        }
        return isData(value) ? json(value) : inItsWords(value);
    }

    /** As {@link #of}, for a place inside of JSON: what JSON can say stays what it is. */
    static @Nullable Object data(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return data(optional.orElse(null));
        }
        return value == null || value instanceof Number || (isData(value) && isWritable(value)) ? value : of(value);
    }

    private static boolean isWritable(Object value) {
        try {
            JSON.writeValueAsString(value);
            return true;
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** Anything else may be a service, whose JSON would be its insides. */
    private static boolean isData(Object value) {
        return value instanceof JsonNode
                || value instanceof Map
                || value instanceof Collection
                || value instanceof Boolean
                || value.getClass().isArray()
                || value.getClass().isRecord();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            return inItsWords(value);
        }
    }

    /** The application's own code, which may fail; recording must not. */
    private static String inItsWords(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getName() + " that can't be shown: "
                    + e.getClass().getName();
        }
    }
}
