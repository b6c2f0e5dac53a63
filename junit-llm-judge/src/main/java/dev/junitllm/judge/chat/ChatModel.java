package dev.junitllm.judge.chat;

import dev.junitllm.score.ScoringException;

/**
 * A model that answers messages with a message: what a judge asks. The clients of this package are such models; any other is
 * a lambda:
 *
 * <pre>{@code
 * ChatModel mine = request -> ChatReply.of(client.ask(request.messages()));
 * }</pre>
 *
 * <p>Implementations are safe for use by several threads. They send what the request says and hand back what came; what a
 * reply is worth is the judge's to say.
 */
@FunctionalInterface
public interface ChatModel {

    /**
     * Asks the model once.
     *
     * @param request what to ask
     * @return what came back, whatever it is: a refusal and a truncated text are replies too
     * @throws ScoringException where nothing came back, of kind {@code UNAUTHORIZED}, {@code RATE_LIMITED}, {@code
     *     QUOTA_EXCEEDED}, {@code NOT_FOUND}, {@code REQUEST_REFUSED}, {@code REDIRECTED}, {@code SERVER_ERROR}, {@code
     *     CONNECTION_FAILED}, {@code TIMEOUT}, {@code BAD_REPLY}, {@code REPLY_TOO_LARGE}, {@code INTERRUPTED} or {@code
     *     BUDGET}. A model of the user's may use other kinds, and may throw anything.
     */
    ChatReply chat(ChatRequest request) throws ScoringException;

    /**
     * Says that what came back for a request could not be used, so that it isn't recorded. Models that call need not care.
     *
     * @param request the request, as it was asked
     */
    default void unusable(ChatRequest request) {}

    /**
     * A text as this model's recordings hold it: a recorded reply quotes what it was shown without secrets and data about people.
     *
     * @param text any text
     * @return the text itself unless overridden
     */
    default String asRecorded(String text) {
        return text;
    }

    /**
     * Says which model this is. Recordings, calibrations and prices go by it, so give a model of your own a name by
     * {@link #describedAs}.
     *
     * @return the description, the same at every call; {@link ChatModelDescription#UNNAMED} unless overridden
     */
    default ChatModelDescription describe() {
        return ChatModelDescription.UNNAMED;
    }

    /**
     * The same model under a name.
     *
     * @param description what {@link #describe()} is to say
     * @return a model that asks this one
     */
    default ChatModel describedAs(ChatModelDescription description) {
        return new DescribedModel(this, description);
    }
}
