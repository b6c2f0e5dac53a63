package dev.junitllm.examples.docs;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.json.FieldMatcher;
import dev.junitllm.score.json.JsonComparison;
import dev.junitllm.score.json.JsonFields;
import dev.junitllm.score.json.JsonSchemaScore;
import dev.junitllm.score.json.JsonScore;
import dev.junitllm.score.json.ValidJson;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of the JSON section of docs/scoring.md, run. */
class JsonPageTest {

    /** Reads {@code 2 cup, 1 pot: 24 EUR}, the last item first. */
    static final class OrderClerk {

        String read(String order) {
            var parts = order.split(": | ", -1);
            var items = new ArrayList<String>();
            for (int i = 0; i + 3 < parts.length; i += 2) {
                items.add("{\"sku\": \"%s\", \"count\": %s}".formatted(parts[i + 1].replace(",", ""), parts[i]));
            }
            Collections.reverse(items);
            return "{\"createdAt\": \"2026-11-24\", \"items\": %s, \"total\": %s, \"currency\": \"%s\"}"
                    .formatted(items, parts[parts.length - 2], parts[parts.length - 1]);
        }
    }

    static class OrdersTestCases {

        private final OrderClerk clerk = new OrderClerk();

        // tag::fields[]
        @GoldenSet("docs/orders.jsonl")
        @JsonScore(
                ignore = "/createdAt",
                fields = {
                    @FieldMatcher(path = "/total", tolerance = 0.01),
                    @FieldMatcher(path = "/items", unordered = true, key = "sku")
                })
        void readsOrders(GoldenCase golden, Actual actual) {
            actual.output(clerk.read(golden.input()));
        }
        // end::fields[]

        // tag::schema[]
        @GoldenSet("docs/orders.jsonl")
        @ReferenceScore(ValidJson.class)
        @JsonSchemaScore(value = "docs/order.schema.json", formats = true)
        void writesOrders(GoldenCase golden, Actual actual) {
            actual.output(clerk.read(golden.input()));
        }
        // end::schema[]
    }

    @ParameterizedTest
    @ValueSource(strings = {"readsOrders", "writesOrders"})
    void everyCasePasses(String method) {
        assertThat(PageRun.green(OrdersTestCases.class, method).succeeded().count())
                .isEqualTo(3);
    }

    @Test
    void aDifferenceIsShownByItsPointer() {
        // tag::plain[]
        var rules = new JsonComparison().ignoring("/**/id").within("/total", 0.01, 0);
        assertThatLlm("{\"id\": 7, \"total\": 24.005, \"currency\": \"EUR\"}")
                .against("{\"total\": 24, \"currency\": \"EUR\"}")
                .scoresAtLeast(1, JsonFields.comparedBy(rules));
        // end::plain[]
        assertThatThrownBy(() -> assertThatLlm("{\"total\": \"24\", \"currency\": \"EUR\"}")
                        .against("{\"total\": 24, \"currency\": \"EUR\"}")
                        .scoresAtLeast(1, JsonFields.class))
                .hasMessageEndingWith(
                        "precision 0.50 (1 of 2 fields), recall 0.50 (1 of 2 fields): /total is \"24\" instead"
                                + " of 24");
    }
}
