package dev.junitllm.score.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.junitllm.SharedFolder;
import dev.junitllm.ToolCall;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every question of two files of the Berkeley Function-Calling Leaderboard, answered right and answered wrong. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class FunctionCallingLeaderboardTest {

    private final ToolCalls scorer = new ToolCalls().acceptedValues();

    @ParameterizedTest
    @CsvSource({"bfcl-simple_python.jsonl, 400, 866", "bfcl-multiple.jsonl, 200, 431"})
    void scores1ForAcceptedValuesAnd0WhereOneRequiredArgumentIsChanged(String file, int cases, int changes)
            throws Exception {
        List<String> lines = Files.readAllLines(SharedFolder.require("data/" + file));
        int changed = 0;
        for (String line : lines) {
            JsonNode row = new ObjectMapper().readTree(line);
            Map.Entry<String, JsonNode> answer =
                    row.at("/possible_answer/0").properties().iterator().next();
            ToolCall expected = ToolCall.of(answer.getKey(), answer.getValue());
            ObjectNode right = pickEach(answer.getValue());
            assertThat(value(expected, right)).as(line).isEqualTo(1);

            checkEveryAcceptedValue(expected, right, line);
            for (JsonNode name : required(row, answer.getKey())) {
                JsonNode accepted = answer.getValue().get(name.asText());
                ObjectNode wrong = right.deepCopy();
                wrong.set(name.asText(), change(right.get(name.asText()), accepted));
                assertThat(value(expected, wrong)).as("%s of %s", wrong, line).isZero();
                wrong.remove(name.asText());
                assertThat(value(expected, wrong))
                        .as("%s of %s", wrong, line)
                        .isEqualTo(mayBeLeftOut(accepted) ? 1 : 0);
                changed++;
            }
            assertThat(value(expected, right.deepCopy().put("another argument", 1)))
                    .as(line)
                    .isZero();
            assertThat(value(ToolCall.of(answer.getKey() + "2", answer.getValue()), right))
                    .as(line)
                    .isZero();
        }

        assertThat(lines).hasSize(cases);
        assertThat(changed).isEqualTo(changes);
    }

    private void checkEveryAcceptedValue(ToolCall expected, ObjectNode right, String line) throws Exception {
        for (Map.Entry<String, JsonNode> argument : expected.arguments().properties()) {
            for (JsonNode accepted : argument.getValue()) {
                ObjectNode another = right.deepCopy();
                another.set(argument.getKey(), concrete(accepted));
                assertThat(value(expected, another))
                        .as("%s of %s", another, line)
                        .isEqualTo(1);
            }
        }
    }

    private double value(ToolCall expected, ObjectNode arguments) throws Exception {
        String name = expected.name().replaceFirst("2$", "");
        return ToolCallsTest.score(scorer, List.of(expected), List.of(ToolCall.of(name, arguments)))
                .value()
                .orElseThrow();
    }

    private static JsonNode required(JsonNode row, String function) {
        for (JsonNode description : row.get("function")) {
            if (description.get("name").asText().equals(function)) {
                return description.at("/parameters/required");
            }
        }
        throw new AssertionError("no such function: " + function);
    }

    private static boolean mayBeLeftOut(JsonNode accepted) {
        for (JsonNode value : accepted) {
            if (value.asText().isEmpty() && value.isTextual()) {
                return true;
            }
        }
        return false;
    }

    /** The first accepted value of each argument; those of which none is given are left out. */
    private static ObjectNode pickEach(JsonNode accepted) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        accepted.properties().forEach(argument -> {
            for (JsonNode value : argument.getValue()) {
                if (!picked.has(argument.getKey()) && !value.equals(TextNode.valueOf(""))) {
                    picked.set(argument.getKey(), concrete(value));
                }
            }
        });
        return picked;
    }

    private static JsonNode concrete(JsonNode accepted) {
        if (accepted.isObject()) {
            return pickEach(accepted);
        }
        if (accepted.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            accepted.forEach(element -> elements.add(concrete(element)));
            return elements;
        }
        return accepted;
    }

    /** A value of the same type that isn't accepted. */
    private static JsonNode change(JsonNode value, JsonNode accepted) {
        if (value.isNumber()) {
            BigDecimal most = value.decimalValue();
            for (JsonNode other : accepted) {
                most = other.isNumber() ? most.max(other.decimalValue()) : most;
            }
            return DecimalNode.valueOf(most.add(BigDecimal.ONE));
        }
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isTextual()) {
            return TextNode.valueOf(value.textValue() + " changed");
        }
        if (value.isArray()) {
            return value.<ArrayNode>deepCopy().add("changed");
        }
        ObjectNode changed = value.deepCopy();
        String first = changed.fieldNames().next();
        changed.set(first, change(changed.get(first), JsonNodeFactory.instance.arrayNode()));
        return changed;
    }
}
