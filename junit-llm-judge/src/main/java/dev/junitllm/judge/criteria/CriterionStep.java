package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.chat.OutputSchema;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.prompt.Prompt;
import dev.junitllm.judge.prompt.Template;
import dev.junitllm.judge.reply.ReplySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question to the judge. Immutable. */
public final class CriterionStep {

    private final String name;
    private final String instruction;
    private final String task;
    private final List<DataField> fields;
    private final Map<DataField, String> names;
    private final List<String> earlier;
    private final ReplySchema schema;
    private final OutputSchema form;
    private final @Nullable StepWindow window;
    private final int part;

    /**
     * A question.
     *
     * @param name what the step is called
     * @param instruction what to do
     * @param task the same in one sentence
     * @param fields the data it is shown, in this order
     * @param names what fields are called in the prompt, where not by their labels
     * @param earlier the steps whose replies it is shown
     * @param schema the form of the reply
     * @param window how a long field is shown in parts, or {@code null} where none is
     */
    CriterionStep(
            String name,
            String instruction,
            String task,
            List<DataField> fields,
            Map<DataField, String> names,
            List<String> earlier,
            ReplySchema schema,
            @Nullable StepWindow window) {
        this(name, instruction, task, fields, names, earlier, schema, window, -1);
    }

    private CriterionStep(
            String name,
            String instruction,
            String task,
            List<DataField> fields,
            Map<DataField, String> names,
            List<String> earlier,
            ReplySchema schema,
            @Nullable StepWindow window,
            int part) {
        this.name = name;
        this.instruction = instruction;
        this.task = task;
        this.fields = List.copyOf(fields);
        this.names = Map.copyOf(names);
        this.earlier = List.copyOf(earlier);
        this.schema = schema;
        this.form = new OutputSchema(name, schema.forProvider());
        this.window = window;
        this.part = part;
    }

    /**
     * What the step is called.
     *
     * @return its name, unique among the steps of a procedure
     */
    public String name() {
        return name;
    }

    /**
     * What to do.
     *
     * @return the instruction
     */
    public String instruction() {
        return instruction;
    }

    String task() {
        return task;
    }

    List<DataField> fields() {
        return fields;
    }

    List<String> earlier() {
        return earlier;
    }

    /**
     * The form of the reply.
     *
     * @return the form
     */
    public ReplySchema schema() {
        return schema;
    }

    /**
     * The same as it is sent to a model, under the step's name.
     *
     * @return the form, without what providers refuse
     */
    public OutputSchema form() {
        return form;
    }

    /** The step, or the several steps that show long data part by part. */
    List<CriterionStep> parts(JudgedData data) {
        StepWindow split = window;
        int parts = split == null ? 1 : split.parts(data.texts(split.field()).size());
        if (split == null || parts == 1) {
            return List.of(this);
        }
        List<CriterionStep> steps = new ArrayList<>();
        List<String> before = new ArrayList<>(earlier);
        for (int number = 0; number < parts; number++) {
            String ofPart = name + "-" + (number + 1);
            String words = new Template(split.words())
                    .fill(Map.of("part", Integer.toString(number + 1), "parts", Integer.toString(parts)));
            steps.add(new CriterionStep(
                    ofPart, instruction + "\n\n" + words, task, fields, names, before, schema, split, number));
            before.add(ofPart);
        }
        return steps;
    }

    /**
     * The prompt of this step.
     *
     * @param data what to judge
     * @param replies the replies to earlier steps
     * @return the prompt, without a nonce
     */
    public Prompt prompt(JudgedData data, StepReplies replies) {
        JudgedData named = window == null || part < 0
                ? data
                : data.only(window.field(), window.from(part), window.from(part) + window.size());
        for (Map.Entry<DataField, String> field : names.entrySet()) {
            named = named.named(field.getKey(), field.getValue());
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
