package dev.junitllm.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A judge that follows a script, and remembers what it was asked. */
public final class ScriptedJudge implements ChatModel {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Function<ChatRequest, ChatReply> script;
    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();

    private ScriptedJudge(Function<ChatRequest, ChatReply> script) {
        this.script = script;
    }

    /** Replies with whatever the script makes of a request. */
    public static ScriptedJudge replying(Function<ChatRequest, ChatReply> script) {
        return new ScriptedJudge(script);
    }

    /** Replies with JSON objects, to which the request's code is added. Single quotes stand for double ones. */
    public static ScriptedJudge saying(Function<ChatRequest, String> script) {
        return new ScriptedJudge(request -> ChatReply.of(withNonce(script.apply(request), request)));
    }

    /** Replies with these, one after the other, and with the last for ever. */
    public static ScriptedJudge saying(String... replies) {
        List<ChatRequest> asked = new CopyOnWriteArrayList<>();
        return saying(request -> {
            asked.add(request);
            return replies[Math.min(asked.size(), replies.length) - 1];
        });
    }

    /** Replies with these to the steps of a criterion: pairs of a step's name and a reply. */
    public static ScriptedJudge bySteps(String... stepsAndReplies) {
        return saying(request -> {
            for (int i = 0; i < stepsAndReplies.length; i += 2) {
                if (step(request).equals(stepsAndReplies[i])) {
                    return stepsAndReplies[i + 1];
                }
            }
            throw new AssertionError("nothing to say to step " + step(request));
        });
    }

    /** A reply with the request's code in it. */
    public static String withNonce(String json, ChatRequest request) {
        try {
            ObjectNode reply =
                    MAPPER.createObjectNode().put("nonce", request.label().nonce());
            reply.setAll((ObjectNode) MAPPER.readTree(json.replace('\'', '"')));
            return reply.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError("the script holds no JSON: " + json, e);
        }
    }

    /** Which step of a criterion a request is. */
    public static String step(ChatRequest request) {
        return request.output() == null ? "" : request.output().name();
    }

    public List<ChatRequest> requests() {
        return requests;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        requests.add(request);
        return script.apply(request);
    }

    @Override
    public ChatModelDescription describe() {
        return ChatModelDescription.of("scripted", "judge");
    }
}
