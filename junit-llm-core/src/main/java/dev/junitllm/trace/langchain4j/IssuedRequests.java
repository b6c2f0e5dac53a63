package dev.junitllm.trace.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request that an AI service is about to make on a thread, for the listener of the model that is asked next on the same one:
 * LangChain4j doesn't tell a model whom it serves.
 */
final class IssuedRequests {

    /** A request is made on the thread that issues it. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Issued> issued = new ThreadLocal<>();

    void issue(List<ChatMessage> messages, Context service) {
        issued.set(new Issued(messages, service));
    }

    void done() {
        issued.remove();
    }

    /** The service that has just issued the same messages on this thread. */
    Optional<Context> take(List<ChatMessage> messages) {
        Issued last = issued.get();
        issued.remove();
        return last != null && last.messages.equals(messages) ? Optional.of(last.service) : Optional.empty();
    }

    private record Issued(List<ChatMessage> messages, Context service) {}
}
