package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what servers may leave out, send as null, or send as something else. */
final class Json {

    private Json() {}

    /** A text that isn't blank, or {@code null}. */
    static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    /** A count, or {@code null} where there is none. */
    static @Nullable Long count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 ? node.longValue() : null;
    }

    /** The sum of what is known, or {@code null} where nothing is. */
    static @Nullable Long sum(@Nullable Long... counts) {
        Long sum = null;
        for (Long count : counts) {
            if (count != null) {
                sum = (sum == null ? 0 : sum) + count;
            }
        }
        return sum;
    }

    /** A number as JSON shows it best: 0 rather than 0.0. */
    static BigDecimal number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** The word of a role in most protocols. */
    static String word(ChatRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** What was there instead of what should be, for messages. */
    static String seen(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
