package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Reads the criteria of this module, a folder each. */
final class BuiltInCriteria {

    private BuiltInCriteria() {}

    static Criterion get(String name) {
        CriterionFolder folder = new CriterionFolder(name);
        return new CriterionAssembly(folder, folder.file(), Map.of(), JsonNodeFactory.instance.objectNode()).assemble();
    }

    /** A criterion of the user's own: the template's file under another name, with placeholders filled in. */
    static Criterion fromTemplate(
            String template, ObjectNode changes, Map<String, String> placeholders, ObjectNode parameters) {
        CriterionFolder folder = new CriterionFolder(template);
        ObjectNode file = folder.file();
        file.setAll(changes);
        return new CriterionAssembly(folder, file, placeholders, parameters).assemble();
    }
}
