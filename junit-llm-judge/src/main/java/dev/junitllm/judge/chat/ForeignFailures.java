package dev.junitllm.judge.chat;

import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.Redactor;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Errors of another library's model in our words, without what looks like a key. */
final class ForeignFailures {

    private static final int LONGEST = 500;

    /** By the names of exceptions, which are what these libraries tell errors apart by. */
    private static final Map<String, String> KINDS = Map.of(
            "AuthenticationException", "UNAUTHORIZED",
            "RateLimitException", "RATE_LIMITED",
            "TimeoutException", "TIMEOUT",
            "ModelNotFoundException", "NOT_FOUND",
            "InvalidRequestException", "REQUEST_REFUSED",
            "NonTransientAiException", "REQUEST_REFUSED",
            "InternalServerException", "SERVER_ERROR",
            "TransientAiException", "SERVER_ERROR",
            "ResourceAccessException", "CONNECTION_FAILED");

    private ForeignFailures() {}

    /** Says what happened to a model of another library. */
    static ScoringException explain(ChatModelDescription model, RuntimeException e) {
        String said = Redactor.forEnvironment(System.getenv()).redact(String.valueOf(e));
        String message = "%s failed: %s".formatted(model, Printable.line(said, LONGEST));
        return new ScoringException(kind(e), message);
    }

    private static String kind(Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            return "INTERRUPTED";
        }
        if (causes(e).anyMatch(ForeignFailures::isTimeout)) {
            return "TIMEOUT";
        }
        return causes(e)
                .map(cause -> KINDS.getOrDefault(cause.getClass().getSimpleName(), ""))
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("MODEL_FAILED");
    }

    private static boolean isTimeout(Throwable e) {
        return e instanceof InterruptedIOException
                || e instanceof HttpTimeoutException
                || e instanceof TimeoutException;
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
    }

    /** A word for why a model stopped, as most of these libraries write it. */
    static FinishReason finish(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "stop", "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter", "safety", "recitation" -> FinishReason.CONTENT_FILTER;
            case "refusal" -> FinishReason.REFUSAL;
            case "tool_calls", "tool_execution", "tool_use", "function_call" -> FinishReason.TOOL;
            default -> FinishReason.OTHER;
        };
    }
}
