package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.prompt.Prompt;
import dev.junitllm.judge.reply.ReplySchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One question to the judge. Immutable.
 *
 * @param name what the step is called
 * @param instruction what to do
 * @param task the same in one sentence
 * @param fields the data it is shown, in this order
 * @param names what fields are called in the prompt, where not by their labels
 * @param earlier the steps whose replies it is shown
 * @param schema the form of the reply
 */
public record CriterionStep(
        String name,
        String instruction,
        String task,
        List<DataField> fields,
        Map<DataField, String> names,
        List<String> earlier,
        ReplySchema schema) {

    /**
     * Checks what it is made of.
     *
     * @param name what the step is called
     * @param instruction what to do
     * @param task the same in one sentence
     * @param fields the data it is shown, in this order
     * @param names what fields are called in the prompt, where not by their labels
     * @param earlier the steps whose replies it is shown
     * @param schema the form of the reply
     */
    public CriterionStep {
        fields = List.copyOf(fields);
        names = Map.copyOf(names);
        earlier = List.copyOf(earlier);
    }

    /**
     * The prompt of this step.
     *
     * @param data what to judge
     * @param replies the replies to earlier steps
     * @return the prompt, without a nonce
     */
    public Prompt prompt(JudgedData data, StepReplies replies) {
        JudgedData named = data;
        for (Map.Entry<DataField, String> name : names.entrySet()) {
            named = named.named(name.getKey(), name.getValue());
        }
        Map<String, String> shown = new LinkedHashMap<>();
        for (String step : earlier) {
            if (replies.values().containsKey(step)) {
                JsonNode value = replies.values().get(step).deepCopy();
                shown.put(step, ((ObjectNode) value).without(ReplySchema.NONCE).toPrettyString());
            }
        }
        return new Prompt(instruction, task, named, fields, shown);
    }
}
