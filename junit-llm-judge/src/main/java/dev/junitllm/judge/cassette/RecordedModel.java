package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDecorator;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.score.ScoringException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model whose answers are recorded and replayed. Errors, refusals and what was cut off are not recorded.
 *
 * @param model who is asked where there is no recording
 * @param lacking what the settings lack so that it could be asked, or {@code null}
 * @param cassette the recordings
 * @param exchange how requests and answers are kept
 */
record RecordedModel(ChatModel model, @Nullable RuntimeException lacking, Cassette cassette, ChatExchange exchange)
        implements ChatModelDecorator {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        Asked asked = exchange.asked(model.describe(), request);
        Optional<ObjectNode> recorded = cassette.replay(asked);
        if (recorded.isPresent()) {
            return exchange.replay(recorded.get(), request.label().nonce());
        }
        CassetteSettings settings = cassette.settings();
        if (lacking != null || settings.mode() == CassetteMode.REPLAY) {
            String why = lacking == null || settings.mode() == CassetteMode.REPLAY
                    ? CassetteMessages.onlyReplay()
                    : String.valueOf(lacking.getMessage());
            throw new ScoringException(settings.absentKind(), CassetteMessages.missing(cassette, asked, why));
        }
        ChatReply reply = Objects.requireNonNull(
                model.chat(request), () -> "the chat model " + model.describe() + " returned null");
        if (isWhole(reply) && !reply.replayed()) {
            cassette.record(asked, exchange.reply(reply, request.label().nonce()));
        }
        return reply;
    }

    @Override
    public void unusable(ChatRequest request) {
        cassette.forget(exchange.asked(model.describe(), request));
        model.unusable(request);
    }

    @Override
    public String asRecorded(String text) {
        return exchange.redactor().redact(text);
    }

    private static boolean isWhole(ChatReply reply) {
        boolean says = !reply.text().isBlank() || reply.structured() != null;
        boolean refuses = reply.refusal() != null && !reply.refusal().isBlank();
        return says && !refuses && (reply.finish() == FinishReason.STOP || reply.finish() == FinishReason.TOOL);
    }
}
