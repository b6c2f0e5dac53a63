package dev.junitllm.judge;

import dev.junitllm.Message;
import dev.junitllm.TraceNames;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.OutputSchema;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.ModelSpan;
import dev.junitllm.trace.Traces;
import java.util.Locale;
import java.util.Objects;

/** A judge's call as a step of the score it is made for. Where nothing is traced, the call alone. */
final class TracedCall {

    private TracedCall() {}

    static ChatReply chat(ChatModel model, ChatRequest request) throws ScoringException {
        if (!Traces.isInside()) {
            return ask(model, request);
        }
        return LlmSpan.llm(model.describe().model(), span -> {
            asked(span, model.describe(), request);
            ChatReply reply = ask(model, request);
            replied(span, reply);
            return reply;
        });
    }

    private static ChatReply ask(ChatModel model, ChatRequest request) throws ScoringException {
        return Objects.requireNonNull(
                model.chat(request), () -> "the chat model " + model.describe() + " returned null");
    }

    private static void asked(ModelSpan span, ChatModelDescription model, ChatRequest request) {
        span.provider(model.provider());
        span.prompt(request.messages().stream()
                .map(message -> new Message(message.role().name().toLowerCase(Locale.ROOT), message.text()))
                .toList());
        Sampling sampling = request.sampling();
        if (sampling.temperature() != null) {
            span.temperature(sampling.temperature());
        }
        if (sampling.maxOutputTokens() != null) {
            span.maxTokens(sampling.maxOutputTokens());
        }
        if (sampling.seed() != null) {
            span.seed(sampling.seed());
        }
        OutputSchema form = request.output();
        if (form != null) {
            span.attribute(TraceNames.OUTPUT_TYPE, "json");
            span.attribute(TraceNames.JUDGE_STEP, form.name());
        }
        span.attribute(TraceNames.JUDGE_VOTE, request.label().vote());
    }

    private static void replied(ModelSpan span, ChatReply reply) {
        String refusal = reply.refusal();
        var structured = reply.structured();
        span.completion(refusal != null ? refusal : structured != null ? structured.toString() : reply.text());
        String raw = reply.rawFinish();
        span.finishReason(raw == null ? reply.finish().name().toLowerCase(Locale.ROOT) : raw);
        span.usage(reply.usage());
        String model = reply.model();
        if (model != null) {
            span.responseModel(model);
        }
        String id = reply.id();
        if (id != null) {
            span.responseId(id);
        }
        if (reply.replayed()) {
            span.attribute(TraceNames.REPLAYED, true);
        }
    }
}
