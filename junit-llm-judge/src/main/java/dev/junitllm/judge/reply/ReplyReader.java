package dev.junitllm.judge.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.score.json.FencedBlock;
import dev.junitllm.score.json.MalformedJsonException;
import dev.junitllm.score.json.StrictJson;
import java.util.Objects;

/**
 * Reads a judge's reply: one JSON object of the form that was asked for, and nothing else. Nothing is searched for in prose.
 */
public final class ReplyReader {

    /** The most characters a reply may have. */
    public static final int MOST_CHARACTERS = 500_000;

    private static final int SHOWN = 120;

    private ReplyReader() {}

    /**
     * Reads.
     *
     * @param reply what the model answered
     * @param schema the form that was asked for
     * @param nonce the code of the request
     * @return the reply's value, and whether it stood in a Markdown fence
     * @throws ReplyFault saying what it is instead
     */
    public static ReadReply read(ChatReply reply, ReplySchema schema, String nonce) throws ReplyFault {
        checkFinish(reply);
        ReadReply read = value(reply);
        checkNonce(read.value(), nonce);
        schema.check(read.value());
        return read;
    }

    private static void checkFinish(ChatReply reply) throws ReplyFault {
        String refusal = Objects.requireNonNullElse(reply.refusal(), "");
        switch (reply.finish()) {
            case REFUSAL -> throw refused("the judge declined to answer", refusal.isBlank() ? reply.text() : refusal);
            case CONTENT_FILTER -> throw refused("a filter of the provider stopped the judge", reply.text());
            case LENGTH ->
                throw new ReplyFault(
                        FaultKind.TRUNCATED,
                        ("the reply was cut off at the limit of output tokens, after %s characters: raise the limit, for a"
                                        + " configured judge by junit.llm.judge.max-output-tokens")
                                .formatted(Integer.toString(reply.text().length())));
            case OTHER ->
                throw new ReplyFault(
                        FaultKind.TRUNCATED,
                        "the reply may not be whole: the provider gives %s as the reason why it ended"
                                .formatted(
                                        reply.rawFinish() == null
                                                ? "nothing"
                                                : "'" + Printable.line(reply.rawFinish(), SHOWN) + "'"));
            default -> {
                if (!refusal.isBlank()) {
                    throw refused("the judge declined to answer", refusal);
                }
            }
        }
    }

    private static ReplyFault refused(String what, String words) {
        return new ReplyFault(
                FaultKind.REFUSAL, words.isBlank() ? what : what + ": '" + Printable.line(words.strip(), SHOWN) + "'");
    }

    private static ReadReply value(ChatReply reply) throws ReplyFault {
        JsonNode structured = reply.structured();
        if (structured != null) {
            return new ReadReply(object(structured, structured.toString()), false);
        }
        String text = reply.text();
        if (text.isBlank()) {
            throw new ReplyFault(FaultKind.EMPTY, "the reply is empty");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new ReplyFault(
                    FaultKind.INVALID_JSON,
                    "the reply has %s characters, and %s are the most that are read"
                            .formatted(Integer.toString(text.length()), Integer.toString(MOST_CHARACTERS)));
        }
        String content = FencedBlock.contentOf(text);
        try {
            return new ReadReply(object(StrictJson.read(content), content), !content.equals(text));
        } catch (MalformedJsonException e) {
            throw new ReplyFault(
                    FaultKind.INVALID_JSON,
                    "the reply is not one JSON object: %s; it begins with '%s'"
                            .formatted(e.getMessage(), Printable.line(content.strip(), SHOWN)));
        }
    }

    private static JsonNode object(JsonNode value, String text) throws ReplyFault {
        if (!value.isObject()) {
            throw new ReplyFault(
                    FaultKind.SCHEMA_VIOLATION,
                    "the reply is JSON, but no object: '%s'".formatted(Printable.line(text.strip(), SHOWN)));
        }
        return value;
    }

    /** Before anything else: a reply that was copied from the data can't hold the code, and gets no second chance. */
    private static void checkNonce(JsonNode value, String nonce) throws ReplyFault {
        JsonNode echoed = value.path(ReplySchema.NONCE);
        if (echoed.isTextual() && echoed.textValue().strip().equals(nonce)) {
            return;
        }
        throw new ReplyFault(
                FaultKind.INJECTION_SUSPECTED,
                "the reply %s the code of its request: it may have been copied from, or dictated by, what was to be judged"
                        .formatted(echoed.isMissingNode() ? "lacks" : "holds something else than"));
    }
}
