package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.prompt.JudgedData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a judge replied to the steps of a criterion, and what it was shown. Immutable. */
public final class StepReplies {

    private final GoldenCase golden;
    private final JudgedData data;
    private final Map<String, JsonNode> values;
    private final Map<String, ChatReply> replies;

    private StepReplies(
            GoldenCase golden, JudgedData data, Map<String, JsonNode> values, Map<String, ChatReply> replies) {
        this.golden = golden;
        this.data = data;
        this.values = values;
        this.replies = replies;
    }

    /**
     * Before the first step.
     *
     * @param golden the case
     * @param data what the judge is shown
     * @return no replies yet
     */
    public static StepReplies none(GoldenCase golden, JudgedData data) {
        return new StepReplies(golden, data, Map.of(), Map.of());
    }

    /**
     * The same replies to other data.
     *
     * @param shown what the judge was shown, in another form
     * @return the changed copy
     */
    public StepReplies onData(JudgedData shown) {
        return new StepReplies(golden, shown, values, replies);
    }

    /**
     * With the reply to one more step.
     *
     * @param step the step
     * @param value the reply's value, of the step's form
     * @param reply the reply as it came
     * @return the changed copy
     */
    public StepReplies with(String step, JsonNode value, ChatReply reply) {
        Map<String, JsonNode> moreValues = new LinkedHashMap<>(values);
        moreValues.put(step, value);
        Map<String, ChatReply> moreReplies = new LinkedHashMap<>(replies);
        moreReplies.put(step, reply);
        return new StepReplies(golden, data, moreValues, moreReplies);
    }

    /**
     * The values of all replies.
     *
     * @return by the names of steps, in order
     */
    public Map<String, JsonNode> values() {
        return new LinkedHashMap<>(values);
    }

    GoldenCase golden() {
        return golden;
    }

    /**
     * What the judge was shown.
     *
     * @return the data
     */
    public JudgedData data() {
        return data;
    }

    boolean has(String step) {
        return values.containsKey(step);
    }

    JsonNode of(String step) {
        return values.getOrDefault(step, MissingNode.getInstance());
    }

    /** The reply to the latest step. */
    JsonNode last() {
        return values.values().stream().reduce((first, second) -> second).orElse(MissingNode.getInstance());
    }

    Optional<ChatReply> lastReply() {
        return replies.values().stream().filter(Objects::nonNull).reduce((first, second) -> second);
    }
}
