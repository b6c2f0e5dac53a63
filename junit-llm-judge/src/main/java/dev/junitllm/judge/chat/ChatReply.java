package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Usage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, as it came: nothing is repaired, cut or guessed. Immutable; made by {@link #of} and the {@code with…}
 * methods.
 *
 * @param text what was written; empty where nothing was, and where the value came apart from text
 * @param structured the value of the form that was asked for, where the provider sends it apart from text, as the input of a
 *     tool; else {@code null}, also where the text is JSON
 * @param finish why the model stopped
 * @param rawFinish the provider's own word for it, or {@code null} where it gave none
 * @param refusal the words of a refusal, where the provider tells them apart from text, else {@code null}
 * @param usage the tokens it took, as reported
 * @param logprobs the tokens of the text with their log-probabilities; empty where none were sent
 * @param model which model answered, as the provider says, or {@code null}
 * @param id the provider's name of this reply, or {@code null}
 * @param notes what was done otherwise than asked, such as {@code temperature dropped: the server refuses it}
 * @param replayed whether it comes from a recording: it cost nothing now
 */
public record ChatReply(
        String text,
        @Nullable JsonNode structured,
        FinishReason finish,
        @Nullable String rawFinish,
        @Nullable String refusal,
        Usage usage,
        List<TokenLogprob> logprobs,
        @Nullable String model,
        @Nullable String id,
        List<String> notes,
        boolean replayed) {

    /**
     * Checks what it is made of.
     *
     * @param text what was written; empty where nothing was, and where the value came apart from text
     * @param structured the value of the form that was asked for, where the provider sends it apart from text, as the input
     *     of a tool; else {@code null}, also where the text is JSON
     * @param finish why the model stopped
     * @param rawFinish the provider's own word for it, or {@code null} where it gave none
     * @param refusal the words of a refusal, where the provider tells them apart from text, else {@code null}
     * @param usage the tokens it took, as reported
     * @param logprobs the tokens of the text with their log-probabilities; empty where none were sent
     * @param model which model answered, as the provider says, or {@code null}
     * @param id the provider's name of this reply, or {@code null}
     * @param notes what was done otherwise than asked, such as {@code temperature dropped: the server refuses it}
     * @param replayed whether it comes from a recording: it cost nothing now
     */
    public ChatReply {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(finish, "finish");
        Objects.requireNonNull(usage, "usage");
        structured = structured == null ? null : structured.deepCopy();
        logprobs = List.copyOf(logprobs);
        notes = List.copyOf(notes);
    }

    /**
     * A whole reply of which nothing but the text is known.
     *
     * @param text what was written
     * @return the reply, with the finish reason {@link FinishReason#STOP}
     */
    public static ChatReply of(String text) {
        return new ChatReply(
                text, null, FinishReason.STOP, null, null, Usage.UNKNOWN, List.of(), null, null, List.of(), false);
    }

    /**
     * The value that came apart from text.
     *
     * @return a copy, or {@code null} where there is none
     */
    @Override
    public @Nullable JsonNode structured() {
        return structured == null ? null : structured.deepCopy();
    }

    /**
     * With a value that came apart from text.
     *
     * @param value the value
     * @return the changed copy
     */
    public ChatReply withStructured(@Nullable JsonNode value) {
        return new ChatReply(text, value, finish, rawFinish, refusal, usage, logprobs, model, id, notes, replayed);
    }

    /**
     * With a reason why the model stopped.
     *
     * @param reason why
     * @param raw the provider's own word, or {@code null}
     * @return the changed copy
     */
    public ChatReply withFinish(FinishReason reason, @Nullable String raw) {
        return new ChatReply(text, structured, reason, raw, refusal, usage, logprobs, model, id, notes, replayed);
    }

    /**
     * With the words of a refusal.
     *
     * @param words what the model said, or {@code null} for no refusal
     * @return the changed copy
     */
    public ChatReply withRefusal(@Nullable String words) {
        return new ChatReply(text, structured, finish, rawFinish, words, usage, logprobs, model, id, notes, replayed);
    }

    /**
     * With the tokens it took.
     *
     * @param tokens as reported
     * @return the changed copy
     */
    public ChatReply withUsage(Usage tokens) {
        return new ChatReply(
                text, structured, finish, rawFinish, refusal, tokens, logprobs, model, id, notes, replayed);
    }

    /**
     * With log-probabilities.
     *
     * @param tokens the tokens of the text
     * @return the changed copy
     */
    public ChatReply withLogprobs(List<TokenLogprob> tokens) {
        return new ChatReply(text, structured, finish, rawFinish, refusal, usage, tokens, model, id, notes, replayed);
    }

    /**
     * With what the provider says about itself.
     *
     * @param answered which model answered, or {@code null}
     * @param name the provider's name of this reply, or {@code null}
     * @return the changed copy
     */
    public ChatReply withOrigin(@Nullable String answered, @Nullable String name) {
        return new ChatReply(
                text, structured, finish, rawFinish, refusal, usage, logprobs, answered, name, notes, replayed);
    }

    /**
     * With further notes.
     *
     * @param more what was done otherwise than asked
     * @return the changed copy
     */
    public ChatReply withNotes(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new ChatReply(text, structured, finish, rawFinish, refusal, usage, logprobs, model, id, all, replayed);
    }

    /**
     * As it comes from a recording.
     *
     * @return the changed copy
     */
    public ChatReply asReplayed() {
        return new ChatReply(text, structured, finish, rawFinish, refusal, usage, logprobs, model, id, notes, true);
    }
}
