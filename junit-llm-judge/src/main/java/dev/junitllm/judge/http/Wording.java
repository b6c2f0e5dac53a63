package dev.junitllm.judge.http;

import dev.junitllm.Printable;
import dev.junitllm.trace.Redactor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Messages of one endpoint: they say where it happened, and never hold a secret, whatever the server wrote. */
final class Wording {

    private static final int LONGEST = 500;
    private static final Redactor SHAPES = Redactor.forEnvironment(Map.of());

    private final String where;
    private final @Nullable ApiKey key;

    Wording(HttpUrl url, @Nullable ApiKey key) {
        this.where = "POST " + show(url);
        this.key = key;
    }

    /** A message out of text that may hold a server's words: made safe, and cut. */
    String say(String text) {
        String safe = key == null ? SHAPES.redact(text) : key.removeFrom(text);
        return where + " " + Printable.line(safe, LONGEST);
    }

    /** A message that ends with words of ours, which are never cut. */
    String say(String text, String advice) {
        return say(text) + "; " + advice;
    }

    /** What to look at where a key was refused. */
    String key() {
        return key == null ? "no key was sent" : "the key came from " + key.source();
    }

    /** A time in seconds, such as {@code 60} or {@code 0.5}. */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** An address without query and user. */
    static String show(HttpUrl url) {
        return url.newBuilder()
                .query(null)
                .fragment(null)
                .username("")
                .password("")
                .build()
                .toString();
    }
}
