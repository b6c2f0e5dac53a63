package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Sha256;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.Prompt;
import dev.junitllm.judge.prompt.Template;
import dev.junitllm.judge.reply.ReplySchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts a criterion together from a built-in folder.
 *
 * @param folder where instructions and schemas are
 * @param file what {@code criterion.yaml} says
 * @param placeholders what to fill in where instructions and tasks have placeholders
 * @param parameters what to tell the scoring rule besides the file's own
 */
record CriterionAssembly(
        CriterionFolder folder, ObjectNode file, Map<String, String> placeholders, ObjectNode parameters) {

    Criterion assemble() {
        CriterionText text = new CriterionText(
                file.path("name").asText(),
                file.path("version").asInt(1),
                file.path("summary").asText(),
                file.path("shape").asText(),
                file.path("score").asText());
        Set<DataField> needed = fieldSet(file.path("needs"));
        Set<DataField> wanted = fieldSet(file.path("wants"));
        String emptiness = file.path("nothing-to-judge").asText("judge");
        Sha256 hash = Sha256.begin();
        add(hash, Prompt.frame(), text.name(), Integer.toString(text.version()), needed.toString(), emptiness);
        List<Procedure> procedures = new ArrayList<>();
        for (JsonNode procedure : file.path("procedures")) {
            procedures.add(procedure(procedure, hash));
        }
        return new Criterion(
                text,
                Emptiness.valueOf(emptiness.replace('-', '_').toUpperCase(Locale.ROOT)),
                needed,
                wanted,
                procedures,
                hash.hex().substring(0, 12));
    }

    private Procedure procedure(JsonNode node, Sha256 hash) {
        JsonNode when = node.path("when");
        Procedure.Condition condition = new Procedure.Condition(
                when.has("has") ? CriterionFile.field(when.get("has").asText()) : null,
                when.path("reference-words").asInt(0),
                when.path("logprobs").asBoolean(false));
        String rule = node.path("rule").asText();
        ObjectNode told = parameters.deepCopy();
        node.path("parameters").properties().forEach(entry -> told.set(entry.getKey(), entry.getValue()));
        add(hash, condition.toString(), rule, told.toString());
        List<CriterionStep> steps = new ArrayList<>();
        for (JsonNode step : node.path("steps")) {
            steps.add(step(step, hash));
        }
        return new Procedure(condition, ScoringRules.of(rule, told), steps);
    }

    private CriterionStep step(JsonNode node, Sha256 hash) {
        String name = node.path("name").asText();
        String source = node.path("text").asText(name);
        String instruction = new Template(folder.instruction(source)).fill(placeholders);
        String task = new Template(node.path("task").asText()).fill(placeholders);
        ReplySchema schema = ReplySchema.of(folder.schema(node.path("schema").asText(source)));
        Map<DataField, String> names = new EnumMap<>(DataField.class);
        node.path("names")
                .properties()
                .forEach(entry -> names.put(
                        CriterionFile.field(entry.getKey()), entry.getValue().asText()));
        List<DataField> fields = fields(node.has("fields") ? node.get("fields") : file.path("fields"));
        List<String> earlier = new ArrayList<>();
        node.path("earlier").forEach(step -> earlier.add(step.asText()));
        add(hash, name, instruction, task, schema.toString(), fields.toString(), names.toString(), earlier.toString());
        StepWindow window = node.has("window") ? window(node.get("window")) : null;
        if (window != null) {
            add(hash, window.toString());
        }
        return new CriterionStep(name, instruction, task, fields, names, earlier, schema, window);
    }

    private StepWindow window(JsonNode node) {
        return new StepWindow(
                CriterionFile.field(node.path("field").asText()),
                node.path("size").asInt(),
                node.path("overlap").asInt(),
                folder.instruction(node.path("text").asText()));
    }

    private static Set<DataField> fieldSet(JsonNode names) {
        Set<DataField> set = EnumSet.noneOf(DataField.class);
        set.addAll(fields(names));
        return set;
    }

    private static List<DataField> fields(JsonNode names) {
        List<DataField> fields = new ArrayList<>();
        names.forEach(name -> fields.add(CriterionFile.field(name.asText())));
        return fields;
    }

    private static void add(Sha256 hash, String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            hash.add((bytes.length + ":").getBytes(StandardCharsets.UTF_8)).add(bytes);
        }
    }
}
