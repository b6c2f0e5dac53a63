package dev.junitllm.judge.http;

import dev.junitllm.trace.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The keys of one endpoint: asks for them, and remembers the last ones so that no message shows them. */
final class Keys {

    private static final int REMEMBERED = 8;
    private static final Redactor SHAPES = Redactor.forEnvironment(Map.of());

    private final @Nullable KeySource source;
    private final ConcurrentLinkedDeque<ApiKey> recent = new ConcurrentLinkedDeque<>();

    Keys(@Nullable KeySource source) {
        this.source = source;
    }

    /** The key to send, or {@code null} where there is none. */
    @Nullable
    ApiKey next() throws IOException {
        if (source == null) {
            return null;
        }
        ApiKey key = ask(source);
        if (!key.equals(recent.peekFirst())) {
            recent.addFirst(key);
            while (recent.size() > REMEMBERED) {
                recent.pollLast();
            }
        }
        return key;
    }

    /** Removes what was sent lately, and whatever else looks like a key. */
    String removeFrom(String text) {
        String safe = text;
        for (ApiKey key : List.copyOf(recent)) {
            safe = key.removeFrom(safe);
        }
        return SHAPES.redact(safe);
    }

    /** What to look at where a key was refused. */
    String advice() {
        return source == null ? "no key was sent" : "the key came from " + source.source();
    }

    private static ApiKey ask(KeySource source) throws IOException {
        try {
            return source.key();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (Exception e) {
            throw new Fault(
                    "UNAUTHORIZED", "could not be sent, for there is no key: %s: %s".formatted(source.source(), e));
        }
    }
}
