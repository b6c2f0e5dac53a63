package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Printable;
import dev.junitllm.judge.prompt.DataField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a criterion of what a test's author asks. Not safe for use by several threads. */
public final class OwnCriterion {

    private static final int LEVELS = 5;

    private final String template;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    private final ObjectNode changes = JsonNodeFactory.instance.objectNode();

    private OwnCriterion(String template) {
        this.template = template;
    }

    /**
     * A question that is answered by yes or no.
     *
     * @param question about the answer
     * @return what makes the criterion
     * @throws IllegalArgumentException where the question is blank
     */
    public static OwnCriterion question(String question) {
        OwnCriterion own = new OwnCriterion("question");
        own.placeholders.put("question", required("question", question));
        return own.name(CriterionFile.slug(question));
    }

    /**
     * Questions that are answered by yes or no.
     *
     * @param questions about the answer, at least one
     * @return what makes the criterion
     * @throws IllegalArgumentException where there is none, or one is blank
     */
    public static OwnCriterion checklist(List<String> questions) {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("a checklist needs at least one question");
        }
        OwnCriterion own = new OwnCriterion("checklist");
        StringBuilder shown = new StringBuilder();
        ArrayNode items = own.parameters.putArray("items");
        for (int i = 0; i < questions.size(); i++) {
            String item = "q" + (i + 1) + ": "
                    + required("checklist", questions.get(i)).strip();
            items.add(item);
            shown.append("- ").append(item).append('\n');
        }
        own.placeholders.put("items", shown.toString().stripTrailing());
        return own.name("checklist");
    }

    /**
     * Five described levels.
     *
     * @param question what is asked about the answer
     * @param levels what each level means, the worst first
     * @return what makes the criterion
     * @throws IllegalArgumentException where there are not five, or one is blank
     */
    public static OwnCriterion rubric(String question, List<String> levels) {
        if (levels.size() != LEVELS) {
            throw new IllegalArgumentException(
                    "levels has %s texts: a rubric describes five levels, the worst first".formatted(levels.size()));
        }
        OwnCriterion own = new OwnCriterion("rubric");
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            shown.append(i + 1)
                    .append(": ")
                    .append(required("levels", levels.get(i)).strip())
                    .append('\n');
        }
        own.placeholders.put("question", required("question", question));
        own.placeholders.put("levels", shown.toString().stripTrailing());
        return own.name(CriterionFile.slug(question));
    }

    /**
     * A rubric that each case brings along in the field {@code rubric} of its metadata, five described levels in any form.
     *
     * @return what makes the criterion
     */
    public static OwnCriterion rubricOfCase() {
        return new OwnCriterion("case-rubric").name("rubric");
    }

    /**
     * Calls its scores otherwise.
     *
     * @param name the name
     * @return this
     */
    public OwnCriterion name(String name) {
        changes.put("name", name);
        return this;
    }

    /**
     * Says which version of the question it is.
     *
     * @param version from 1
     * @return this
     */
    public OwnCriterion version(int version) {
        changes.put("version", version);
        return this;
    }

    /**
     * Says what the judge is shown, in this order; all of it has to be there. Unless said, it is the answer, and the question
     * where there is one.
     *
     * @param fields the fields
     * @return this
     * @throws IllegalArgumentException where neither answer, conversation nor steps are among them, for nothing that the
     *     application did would be judged
     */
    public OwnCriterion fields(List<DataField> fields) {
        if (fields.stream()
                .noneMatch(
                        Set.of(DataField.ANSWER, DataField.CONVERSATION, DataField.STEPS, DataField.CONTEXT)
                                ::contains)) {
            throw new IllegalArgumentException("fields = %s: nothing of it was made by the application; add 'answer'"
                    .formatted(fields.stream().map(DataField::label).toList()));
        }
        ArrayNode shown = changes.putArray("fields");
        fields.forEach(field -> shown.add(field.label()));
        changes.set("needs", shown);
        changes.putArray("wants");
        return this;
    }

    /**
     * Says what becomes of an answer that holds nothing to judge.
     *
     * @param what {@code zero} (the default), {@code not-applicable}, or {@code judge} to ask all the same
     * @return this
     * @throws IllegalArgumentException where it is none of these
     */
    public OwnCriterion nothingToJudge(String what) {
        if (!Set.of("zero", "not-applicable", "judge").contains(what)) {
            throw new IllegalArgumentException("nothing-to-judge is '%s', but must be zero, not-applicable or judge"
                    .formatted(Printable.line(what, 40)));
        }
        changes.put("nothing-to-judge", what);
        return this;
    }

    /**
     * Makes the criterion.
     *
     * @return the criterion
     */
    public Criterion build() {
        return BuiltInCriteria.fromTemplate(template, changes, placeholders, parameters);
    }

    private static String required(String attribute, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(attribute + " is blank: what is asked about the answer?");
        }
        return text;
    }
}
