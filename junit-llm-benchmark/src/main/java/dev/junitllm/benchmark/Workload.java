package dev.junitllm.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenCaseBuilder;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * One case and what was answered. The same at every run.
 *
 * @param golden the case
 * @param actual the answer, closed
 */
record Workload(GoldenCase golden, Actual actual) {

    private static final long SEED = 20_261_124;
    private static final int VOCABULARY = 2_000;
    private static final String SYLLABLES = "kamoletirusanopehidu";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What {@link #json} keeps to. */
    static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["orders"],
             "properties": {"orders": {"type": "array", "items": {"type": "object", "required": ["id", "item"],
             "properties": {"id": {"type": "integer"}, "item": {"type": "string", "minLength": 1},
             "price": {"type": "number", "minimum": 0}, "paid": {"type": "boolean"}}}}}}""";

    /** A text, of which the answer has every fifth word changed. */
    static Workload text(Length length) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < length.words(); i++) {
            String word = word(random.nextInt(VOCABULARY));
            expected.add(word);
            answered.add(i % 5 == 4 ? word(random.nextInt(VOCABULARY)) : word);
        }
        return of(String.join(" ", expected) + ".", String.join(" ", answered) + ".");
    }

    /** A text with a correct and an incorrect answer, of which the output shares words with both. */
    static Workload misconception(Length length) {
        Workload text = text(length);
        String correct = text.golden().expected();
        ObjectNode metadata = NODES.objectNode();
        metadata.putArray("incorrect_answers").add(correct.replace("ka", "mo"));
        return of(
                question().expected(correct).metadata(metadata),
                Actual.of(text.actual().output()));
    }

    /** A text that ends in what is asked for. */
    static Workload ending(Length length, String expected, String end) {
        return of(expected, text(length).actual().output() + "\n" + end);
    }

    /** A list with an item a line, in another order; every fifth differs. */
    static Workload items(Length length) {
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < length.words(); i++) {
            expected.add("- " + word(i));
            answered.add("- " + word(i % 5 == 4 ? VOCABULARY + i : i));
        }
        Collections.reverse(answered);
        return of(String.join("\n", expected), String.join("\n", answered));
    }

    /** A JSON object with so many fields in all, four to an order; every fifth price differs. */
    static Workload json(Length length) {
        return of(orders(length, 0).toString(), orders(length, 1).toString());
    }

    private static ObjectNode orders(Length length, int difference) {
        ObjectNode whole = NODES.objectNode();
        ArrayNode orders = whole.putArray("orders");
        for (int i = 0; i < length.words() / 4; i++) {
            orders.addObject()
                    .put("id", i)
                    .put("item", word(i))
                    .put("price", 1.5 * i + (i % 5 == 4 ? difference : 0))
                    .put("paid", i % 2 == 0);
        }
        return whole;
    }

    /** A tool call for every ten words, with three arguments; every fifth differs. */
    static Workload calls(Length length) {
        List<ToolCall> expected = new ArrayList<>();
        Actual actual = new Actual();
        for (int i = 0; i < length.words() / 10; i++) {
            expected.add(call(i, 0));
            actual.toolCall(call(i, i % 5 == 4 ? 1 : 0));
        }
        return of(question().toolCalls(expected), actual);
    }

    private static ToolCall call(int number, int difference) {
        return ToolCall.of(
                "tool-" + number % 3,
                NODES.objectNode().put("id", number).put("name", word(number)).put("count", number + difference));
    }

    /** So many documents retrieved, of which every tenth is relevant. */
    static Workload ranking(Length length) {
        List<Document> retrieved = IntStream.range(0, length.words())
                .mapToObj(i -> Document.of("document-" + i, "text " + i))
                .toList();
        List<Document> relevant = IntStream.range(0, length.words() / 10)
                .mapToObj(i -> retrieved.get(10 * i + 9))
                .toList();
        return of(question().context(relevant), new Actual().retrieved(retrieved));
    }

    private static Workload of(String expected, String answered) {
        return of(question().expected(expected), Actual.of(answered));
    }

    private static Workload of(GoldenCaseBuilder golden, Actual actual) {
        actual.close();
        return new Workload(golden.build(), actual);
    }

    private static GoldenCaseBuilder question() {
        return GoldenCase.builder("case", "What is asked?");
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + 1; left > 0; left /= 10) {
            int syllable = 2 * (left % 10);
            word.append(SYLLABLES, syllable, syllable + 2);
        }
        return word.toString();
    }
}
