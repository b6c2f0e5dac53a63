package dev.junitllm.judge.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The criteria as they are shipped. */
@Timeout(60)
class BuiltInCriteriaTest {

    static final List<String> ALL = Criteria.ALL;

    private static final Set<String> VERDICTS = Set.of(
            "verdict",
            "label",
            "score",
            "met",
            "pass",
            "relevant",
            "covered",
            "attributed",
            "supported",
            "achieved",
            "executed",
            "useful",
            "satisfied",
            "severity",
            "class",
            "answer",
            "answered");

    @ParameterizedTest
    @FieldSource("ALL")
    void saysEverythingOfItself(String name) {
        Criterion criterion = Criterion.named(name);

        assertThat(criterion.name()).isEqualTo(name);
        assertThat(criterion.version()).isPositive();
        assertThat(criterion.summary()).isNotBlank();
        assertThat(criterion.shape()).isNotBlank();
        assertThat(criterion.scoring()).isNotBlank();
        assertThat(criterion.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(Criterion.named(name).hash());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void showsOnlyWhatItNeedsOrWants(String name) {
        Criterion criterion = Criterion.named(name);
        Set<DataField> asked = new HashSet<>(criterion.needed());
        asked.addAll(criterion.wanted());

        for (Procedure procedure : criterion.procedures()) {
            Set<String> earlier = new HashSet<>();
            for (CriterionStep step : procedure.steps()) {
                assertThat(asked).as(step.name()).containsAll(step.fields());
                assertThat(earlier).as(step.name()).containsAll(step.earlier());
                assertThat(step.task()).isNotBlank();
                assertThat(step.instruction()).doesNotContain("{{").doesNotContain("TODO");
                earlier.add(step.name());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void asksForReasonsAndEvidenceBeforeVerdicts(String name) {
        for (Procedure procedure : Criterion.named(name).procedures()) {
            for (CriterionStep step : procedure.steps()) {
                JsonNode schema = step.schema().forProvider();
                assertThat(schema.at("/properties").fieldNames().next()).isEqualTo("nonce");
                objects(schema)
                        .forEach(properties -> assertThat(inOrder(properties))
                                .as("%s/%s: %s", name, step.name(), properties)
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void asksProvidersForNoLimits(String name) {
        for (Procedure procedure : Criterion.named(name).procedures()) {
            for (CriterionStep step : procedure.steps()) {
                assertThat(step.schema().forProvider().toString())
                        .doesNotContain("\"minimum\":", "\"maximum\":", "\"maxItems\":");
            }
        }
    }

    @Test
    void everyNameIsAConstantAndEveryHashIsItsOwn() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : Criteria.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }

        assertThat(Criteria.ALL).containsExactlyInAnyOrderElementsOf(constants).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Criteria.ALL.stream().map(name -> Criterion.named(name).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangedWordChangesTheHash() {
        assertThat(Criterion.question("Is it polite?").hash())
                .isNotEqualTo(Criterion.question("Is it Polite?").hash());
        assertThat(Criterion.question("Is it polite?").hash())
                .isNotEqualTo(OwnCriterion.question("Is it polite?")
                        .version(2)
                        .build()
                        .hash());
    }

    /** The names of the properties of each object in a schema. */
    private static List<List<String>> objects(JsonNode schema) {
        List<List<String>> found = new ArrayList<>();
        schema.findParents("additionalProperties").forEach(object -> {
            List<String> names = new ArrayList<>();
            object.path("properties").fieldNames().forEachRemaining(names::add);
            found.add(names);
        });
        return found;
    }

    private static boolean inOrder(List<String> properties) {
        int firstVerdict = properties.size();
        int lastReason = -1;
        for (int i = 0; i < properties.size(); i++) {
            if (VERDICTS.contains(properties.get(i))) {
                firstVerdict = Math.min(firstVerdict, i);
            }
            if (Set.of("reason", "evidence", "quote").contains(properties.get(i))) {
                lastReason = i;
            }
        }
        return lastReason < firstVerdict;
    }
}
