package dev.junitllm.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.criteria.CriterionStep;
import dev.junitllm.judge.criteria.Procedure;
import dev.junitllm.judge.criteria.StepReplies;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.prompt.Prompt;
import dev.junitllm.judge.reply.ReadReply;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.judge.reply.ReplyReader;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one judge about one case, step by step; each step's reply may be repaired once. For use by one thread, once. */
final class Judgement {

    static final String REPLAYED = "replayed";

    private static final int SHOWN_REPLY = 8_000;

    private final Criterion criterion;
    private final ChatModel model;
    private final Sampling sampling;
    private final boolean logprobs;
    private final Supplier<String> nonces;
    private final CallLabel label;
    private final Set<String> notes = new LinkedHashSet<>();
    private int calls;

    Judgement(
            Criterion criterion,
            ChatModel model,
            Sampling sampling,
            boolean logprobs,
            Supplier<String> nonces,
            CallLabel label) {
        this.criterion = criterion;
        this.model = model;
        this.sampling = sampling;
        this.logprobs = logprobs;
        this.nonces = nonces;
        this.label = label;
    }

    Vote of(GoldenCase golden, JudgedData data) {
        StepReplies replies = StepReplies.none(golden, data);
        try {
            Procedure procedure = criterion.procedure(data, logprobs);
            Optional<Score> score = procedure.beforehand(golden, data);
            for (CriterionStep step : procedure.steps(data)) {
                if (score.isEmpty()) {
                    replies = traced(procedure, step, replies, data);
                    score = procedure.early(replies);
                }
            }
            return vote(score.isPresent() ? score.get() : procedure.score(replies), null, replies);
        } catch (ScoringException e) {
            return vote(null, e, replies);
        }
    }

    /** One of several steps is a step of the trace, too. */
    private StepReplies traced(Procedure procedure, CriterionStep step, StepReplies replies, JudgedData data)
            throws ScoringException {
        return procedure.steps(data).size() == 1 || !Traces.isInside()
                ? ask(procedure, step, replies, data)
                : LlmSpan.chain(step.name(), span -> {
                    StepReplies with = ask(procedure, step, replies, data);
                    span.output(with.values().getOrDefault(step.name(), MissingNode.getInstance()));
                    return with;
                });
    }

    private StepReplies ask(Procedure procedure, CriterionStep step, StepReplies replies, JudgedData data)
            throws ScoringException {
        Prompt prompt = step.prompt(data, replies);
        ChatRequest request = prompt.request(nonces);
        String nonce = request.label().nonce();
        request =
                request.withLabel(label.withNonce(nonce)).withSampling(sampling).withOutput(step.form());
        ChatReply reply = send(request);
        try {
            return read(procedure, step, replies, reply, nonce);
        } catch (ReplyFault first) {
            if (!first.isRepairable()) {
                model.unusable(request);
                throw first.toError(model.describe() + " (" + step.name() + "): ");
            }
            ChatRequest again =
                    request.followedBy(ChatMessage.assistant(shown(reply)), Prompt.repair(first.words(), nonce));
            try {
                StepReplies repaired = read(procedure, step, replies, send(again), nonce);
                notes.add("repaired: " + first.kind() + ": " + first.words());
                return repaired;
            } catch (ReplyFault second) {
                model.unusable(request);
                model.unusable(again);
                throw second.toError("%s (%s), also after it was shown the error %s: "
                        .formatted(model.describe(), step.name(), first.kind()));
            }
        }
    }

    private ChatReply send(ChatRequest request) throws ScoringException {
        calls++;
        ChatReply reply = TracedCall.chat(model, request);
        reply.notes().forEach(notes::add);
        if (reply.replayed()) {
            notes.add(REPLAYED);
        }
        return reply;
    }

    private StepReplies read(
            Procedure procedure, CriterionStep step, StepReplies replies, ChatReply reply, String nonce)
            throws ReplyFault {
        ReadReply read = ReplyReader.read(reply, step.schema(), nonce);
        StepReplies with =
                (reply.replayed() ? replies.onData(redacted(replies)) : replies).with(step.name(), read.value(), reply);
        procedure.check(step, with);
        if (read.fenced()) {
            notes.add("fenced: the reply stood in a Markdown code fence");
        }
        return with;
    }

    /** What recordings quote is looked for in data as recordings hold them. */
    private JudgedData redacted(StepReplies replies) {
        return replies.data().redacted(model::asRecorded);
    }

    /** What came, so that the model sees its mistake; never empty, for some providers refuse that. */
    private static String shown(ChatReply reply) {
        JsonNode structured = reply.structured();
        String text = structured == null ? reply.text() : structured.toString();
        return text.length() > SHOWN_REPLY ? Printable.block(text, SHOWN_REPLY) : text;
    }

    private Vote vote(@Nullable Score score, @Nullable ScoringException error, StepReplies replies) {
        Map<String, Object> steps = new LinkedHashMap<>();
        replies.values().forEach((step, value) -> steps.put(step, PlainJson.withoutNonce(value)));
        List<String> all = new ArrayList<>(notes);
        return new Vote(model.describe().toString(), score, error, steps, List.copyOf(all), calls);
    }
}
