package dev.junitllm.score;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Cases with everything a metric may look at, made of random or given text. The same seed makes the same cases. */
final class RandomCases {

    private static final int[] CHARACTERS = {
        'a', 'b', 'A', ' ', '\n', '1', '7', '.', ',', '-', '#', '$', '%', '(', '*', '\\', '"', '[', ']', '{', '}', ':',
        0, 0x1b, 0x85, 0xa0, 0xdf, 0x130, 0x301, 0x3a3, 0x5d0, 0x627, 0x661, 0x200d, 0x2028, 0x202e, 0x2212, 0x4e16,
        0xd800, 0xdbff, 0xdc00, 0xfb01, 0xfdfa, 0xfeff, 0xff11, 0xffff, 0x1f600, 0x1f468, 0x1d7d8, 0xe0041, 0x10ffff
    };

    private static final List<String> WORDS = List.of(
            "",
            "the",
            "answer",
            "is",
            "42",
            "1,000",
            "-7.5",
            "####",
            "B",
            "(C)",
            "yes",
            "No",
            "2026-11-24",
            "12:30",
            "true",
            "null",
            "{\"a\": [1, 2.0]}",
            "[1]",
            "\\boxed{D}",
            "5 km",
            "```json",
            "Grüße",
            "世界",
            "👩‍💻");

    /** Neighbouring seeds begin alike: a Random takes hundreds of them for one coin's same side. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final Random random;

    RandomCases(long seed) {
        this.random = new Random(seed * SPREAD);
    }

    /** A text of up to 12 odd characters, or of a few words that mean something to one metric or another. */
    String text() {
        StringBuilder text = new StringBuilder();
        boolean odd = random.nextBoolean();
        for (int i = random.nextInt(odd ? 12 : 6); i > 0; i--) {
            if (odd) {
                text.appendCodePoint(
                        random.nextInt(8) == 0
                                ? random.nextInt(0x110000)
                                : CHARACTERS[random.nextInt(CHARACTERS.length)]);
            } else {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i == 1 ? "" : " ");
            }
        }
        return text.toString();
    }

    /** A case whose texts are drawn one by one. */
    GoldenCase golden(Supplier<String> texts) {
        return GoldenCase.builder("case-1", texts.get())
                .expected(texts.get())
                .references(few(texts))
                .context(documents(texts))
                .toolCalls(toolCalls(texts))
                .build();
    }

    /** What an application did, drawn one by one. */
    Actual actual(Supplier<String> texts) {
        Actual actual = Actual.of(texts.get()).retrieved(documents(texts));
        toolCalls(texts).forEach(actual::toolCall);
        return actual;
    }

    /** A case of one text that asks for one answer, one document and one tool call. */
    static GoldenCase asking(String text) {
        return GoldenCase.builder("case-1", "question")
                .expected(text)
                .context(List.of(Document.of("d1", text)))
                .toolCalls(List.of(call("tool", text, 1)))
                .build();
    }

    /** All that such a case asks for, and nothing else. */
    static Actual giving(String text) {
        return Actual.of(text).retrieved(List.of(Document.of("d1", text))).toolCall(call("tool", text, 1));
    }

    private List<String> few(Supplier<String> texts) {
        List<String> few = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            few.add(texts.get());
        }
        return few;
    }

    private List<Document> documents(Supplier<String> texts) {
        List<Document> documents = new ArrayList<>();
        for (String text : few(texts)) {
            documents.add(
                    random.nextBoolean()
                            ? Document.of("d" + random.nextInt(4), text)
                            : Document.of("d" + random.nextInt(4), text, random.nextInt(3)));
        }
        return documents;
    }

    private List<ToolCall> toolCalls(Supplier<String> texts) {
        List<ToolCall> calls = new ArrayList<>();
        for (String text : few(texts)) {
            calls.add(call("tool" + random.nextInt(2), text, random.nextInt(3)));
        }
        return calls;
    }

    private static ToolCall call(String name, String text, int number) {
        return ToolCall.of(
                name, JsonNodeFactory.instance.objectNode().put("text", text).put("number", number));
    }
}
