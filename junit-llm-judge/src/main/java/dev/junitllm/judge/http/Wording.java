package dev.junitllm.judge.http;

import dev.junitllm.Printable;
import java.math.BigDecimal;
import java.time.Duration;
import okhttp3.HttpUrl;

/** Messages of one endpoint: they say where it happened, and never hold a secret, whatever the server wrote. */
final class Wording {

    private static final int LONGEST = 500;

    private final String where;
    private final Keys keys;

    Wording(HttpUrl url, Keys keys) {
        this.where = "POST " + show(url);
        this.keys = keys;
    }

    /** A message out of text that may hold a server's words: made safe, and cut. */
    String say(String text) {
        return where + " " + show(text);
    }

    /** A message that ends with words of ours, which are never cut. */
    String say(String text, String advice) {
        return say(text) + "; " + advice;
    }

    /** A server's words, made safe and cut. */
    String show(String text) {
        return Printable.line(keys.removeFrom(text), LONGEST);
    }

    /** What to look at where a key was refused. */
    String key() {
        return keys.advice();
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
