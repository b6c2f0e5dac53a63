package dev.junitllm.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.SpanKind;
import dev.junitllm.score.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

    @TempDir
    Path folder;

    @Test
    void readsAsAStory() throws IOException {
        Baseline baseline = Baselines.scored("token-f1", Bar.atLeast(0.5))
                .andScored("length", Bar.RECORD_ONLY)
                .with("refund-2", Baselines.failed("token-f1", 0.25, "no idea"))
                .with(
                        "refund-1",
                        Baselines.failed("token-f1", 0.25, "no idea"),
                        Baselines.passed("token-f1", 0.875, "30 days, \u00fcber 5 \u20ac"))
                .made();

        assertThat(write(baseline)).isEqualTo("""
                {
                "schema": 1,
                "class": "demo.EvalTest",
                "method": "answers",
                "goldenSet": "golden/demo.jsonl",
                "scores": {
                "token-f1": {"atLeast":0.5,"fingerprint":"fp-token-f1"},
                "length": {"fingerprint":"fp-length"}
                },
                "rolling": {"application":"2.1","prompt":"v7","model":"gpt-x-2026","goldenSet":"9f8e","commit":"abc123"},
                "cases": [
                {"case":"refund-1","content":"hash-refund-1","rolling":{"outcome":"FAILED","passes":0,"samples":1,"scores":{"token-f1":0.25},"output":"no idea"},"anchor":{"outcome":"PASSED","passes":1,"samples":1,"scores":{"token-f1":0.875},"output":"30 days, \\u00FCber 5 \\u20AC"}},
                {"case":"refund-2","content":"hash-refund-2","rolling":{"outcome":"FAILED","passes":0,"samples":1,"scores":{"token-f1":0.25},"output":"no idea"}}
                ]
                }
                """);
    }

    @Test
    void readsBackWhatItWrote() {
        Baseline baseline = Baselines.scored("f1", Bar.atLeast(0.5))
                .andScored("\"}\n\u2028", Bar.RECORD_ONLY)
                .anchor(new BaselineOrigin("", "", "", "", "0ld+"))
                .with("../../etc/passwd", Baselines.passed("f1", 0.5, "\u0000\ud800 </script> \u202e\r\n"))
                .with("", Baselines.failed("f1", 1 / 3.0, ""))
                .with("none", Baselines.passed("f1", 1, null))
                .with(
                        "sampled",
                        new BaselineMark(
                                CaseOutcome.FAILED,
                                5,
                                4,
                                Map.of(
                                        "f1",
                                        new BaselineMark.Value(0.7, 5, 4),
                                        "\"}\n\u2028",
                                        new BaselineMark.Value(0.1, 3, 0)),
                                BaselineOutput.of("\u20ac".repeat(1000))))
                .made();

        write(baseline);

        assertThat(file().read(Baselines.TEST)).contains(baseline);
    }

    @Test
    void givesBackTheStepsItWasGiven() {
        Map<List<String>, Integer> routes = new LinkedHashMap<>();
        routes.put(List.of("search", "look\"up\u2028"), 2);
        routes.put(List.of(), 1);
        CaseSteps several = new CaseSteps(
                3,
                Map.of(SpanKind.LLM, 1.333, SpanKind.RETRIEVAL, 1.0),
                0.667,
                100.5,
                1e-9,
                routes,
                new TreeMap<>(Map.of("a", 3, "b", 1)));
        CaseSteps unknown =
                new CaseSteps(1, Map.of(SpanKind.RETRIEVAL, 1.0), 0, null, null, Map.of(List.of(), 1), null);
        CaseSteps none = new CaseSteps(1, Map.of(), 0, null, null, Map.of(List.of(), 1), new TreeMap<>());
        CaseSteps nothingFound = new CaseSteps(
                1, Map.of(SpanKind.RETRIEVAL, 1.0), 0, null, null, Map.of(List.of("a"), 1), new TreeMap<>());
        Baseline plain = Baselines.scored("f1", Bar.atLeast(0.5))
                .with("several", traced(5, several), traced(3, several))
                .with("unknown", traced(1, unknown), traced(1, none))
                .with("nothing found", traced(1, nothingFound))
                .with("untraced", traced(1, null))
                .made();
        Baseline baseline = new Baseline(
                plain.className(),
                plain.method(),
                plain.goldenSet(),
                plain.scores(),
                plain.rolling(),
                plain.anchor(),
                plain.cases(),
                Map.of(SpanKind.LLM, 812.0, SpanKind.TOOL, 0.125));

        String text = write(baseline);

        assertThat(file().read(Baselines.TEST)).contains(baseline);
        assertThat(text)
                .contains("\"schema\": 2,\n")
                .contains("\"latency\": {\"LLM\":812,\"TOOL\":0.125},\n")
                .contains(
                        "\"steps\":{\"samples\":3,\"calls\":{\"LLM\":1.333,\"RETRIEVAL\":1},\"failed\":0.667,\"tokens\":100.5,\"cost\":1.0E-9,\"routes\":[{\"samples\":2,\"tools\":[\"search\",\"look\\\"up\\u2028\"]},{\"samples\":1,\"tools\":[]}],\"documents\":{\"a\":3,\"b\":1}}");
    }

    private static BaselineMark traced(int samples, @Nullable CaseSteps steps) {
        return new BaselineMark(CaseOutcome.PASSED, samples, samples, Map.of(), null, steps);
    }

    @Test
    void namesFileAndLineOfStepsThatAreNone() {
        CaseSteps steps =
                new CaseSteps(1, Map.of(SpanKind.TOOL, 1.0), 0, 5.0, null, Map.of(List.of("a"), 1), new TreeMap<>());
        String good = write(Baselines.scored("f1", Bar.atLeast(0.5))
                .with("a", traced(1, steps))
                .made());

        refuses(good.replace("\"TOOL\":1", "\"HAMMER\":1"), 11, "'HAMMER' is no kind of step");
        refuses(good.replace("\"TOOL\":1", "\"tool\":1"), 11, "'tool' is no kind of step");
        refuses(good.replace("\"TOOL\":1", "\"TOOL\":-1"), 11, "'TOOL' must be a number of at least 0");
        refuses(good.replace("\"tokens\":5", "\"tokens\":\"5\""), 11, "'tokens' must be a number of at least 0");
        refuses(good.replace("\"tokens\":5", "\"token\":5"), 11, "'steps' has an unknown field 'token'");
        refuses(good.replace("\"tools\":[\"a\"]", "\"tools\":[1]"), 11, "an element of 'tools' must be a text");
        refuses(
                good.replace("\"tools\":[\"a\"]", "\"documents\":{\"a\":2}"),
                11,
                "the steps of 1 samples can't be these: routes of [1], documents of [2]");
    }

    @Test
    void keepsTwoThousandBytesOfAnOutputAndNeverHalfACharacter() {
        BaselineOutput output = BaselineOutput.of("x" + "\u20ac".repeat(1000));

        assertThat(output.isCut()).isTrue();
        assertThat(output.text()).isEqualTo("x" + "\u20ac".repeat(682));
        assertThat(output.bytes()).isEqualTo(3001);
        assertThat(BaselineOutput.of("y".repeat(2048)).isCut()).isFalse();
        assertThat(output.hash())
                .isNotEqualTo(
                        BaselineOutput.of("x" + "\u20ac".repeat(999) + "y").hash());
    }

    @Test
    void leavesAFileAloneThatSaysTheSame() {
        Baseline baseline = Baselines.scored("f1", Bar.atLeast(0.5)).made();

        assertThat(file().write(baseline)).isTrue();
        assertThat(file().write(baseline)).isFalse();
    }

    @Test
    void isEmptyWhereThereIsNoFile() {
        assertThat(file().read(Baselines.TEST)).isEmpty();
    }

    @Test
    void refusesWhatBelongsToAnotherTest() {
        write(Baselines.scored("f1", Bar.atLeast(0.5)).made());

        assertThatThrownBy(() -> file().read(new TestId("demo.evaltest", "answers")))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining(
                        "src/test/llm-baselines/demo.EvalTest.answers.json: the baseline belongs to demo.EvalTest.answers, not to demo.evaltest.answers");
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() {
        String good = write(Baselines.scored("f1", Bar.atLeast(0.5))
                .with("a", Baselines.passed("f1", 1, "x"))
                .with("b", Baselines.passed("f1", 1, "x"))
                .made());

        refuses(
                good.replace("\"schema\": 1", "\"schema\": 3"),
                2,
                "has schema 3, and this version of junit-llm reads schemas 1 and 2");
        refuses(good.replace("\"schema\": 1", "\"schema\": \"1\""), 2, "'schema' must be a whole number");
        refuses(good.replace("\"case\":\"b\"", "\"case\":\"a\""), 12, "case 'a' stands on line 11 already");
        refuses(
                good.replace("\"case\":\"b\"", "\"case\":\"b\",\"case\":\"c\""),
                12,
                "the field 'case' stands there twice");
        refuses(good.replace("\"content\":\"hash-b\"", "\"contents\":\"hash-b\""), 12, "a case has no field 'content'");
        refuses(good.replace("\"method\"", "\"metod\""), 1, "the baseline has no field 'method'");
        refuses(good.replace("\"cases\"", "\"extra\": 1,\n\"cases\""), 10, "the baseline has an unknown field 'extra'");
        refuses(
                good.replace("\"commit\"", "\"comit\""),
                9,
                "'rolling' has an unknown field 'comit': is 'commit' meant?");
        refuses(
                good.replace("\"PASSED\"", "\"ERROR\""),
                11,
                "the outcome 'ERROR' is none of [PASSED, FAILED, UNSCORED]");
        refuses(good.replace("\"passes\":1", "\"passes\":2"), 11, "2 of 1 samples can't have passed");
        refuses(good.replace("{\"f1\":1.0}", "{\"f1\":1.5}"), 11, "a score must be a number from 0 to 1");
        refuses(good.replace("{\"f1\":1.0}", "{\"f1\":1e999}"), 11, "a score must be a number from 0 to 1");
        refuses(good.replace("{\"f1\":1.0}", "{\"f1\":null}"), 11, "a score must be an object");
        refuses(
                good.replace("{\"f1\":1.0}", "{\"g1\":1.0}"),
                11,
                "the score 'g1' is not described in 'scores' at the top");
        refuses(
                good.replace("\"x\"", "{\"begins\":\"x\",\"bytes\":1,\"hash\":\"0\"}"),
                11,
                "an output of only 1 bytes");
        refuses(good + "{}", 15, "there is more behind the end of the baseline");
        refuses(good.replace("\"cases\": [", "\"cases\": [" + "\n<<<<<<< HEAD"), 11, "malformed JSON");
        refuses("", 1, "the file is empty");
        refuses("[]", 1, "the baseline must be an object");
    }

    @Test
    void saysHowToEndAMergeConflict() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), "{\n<<<<<<< HEAD\n", UTF_8);

        assertThatThrownBy(() -> file().read(Baselines.TEST))
                .hasMessageContaining("The file holds a merge conflict: take either side");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.write(file().path(), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> file().read(Baselines.TEST)).hasMessageContaining("not in UTF-8");
    }

    @Test
    void isWholeAtAnyTimeWhileSeveralWrite() throws Exception {
        List<Baseline> baselines = IntStream.range(0, 4)
                .mapToObj(i -> Baselines.scored("f1", Bar.atLeast(0.5))
                        .with("case-" + i, Baselines.passed("f1", 1, "x".repeat(2000)))
                        .made())
                .toList();
        file().write(baselines.get(0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = baselines.stream()
                    .<Future<?>>map(baseline ->
                            threads.submit(() -> IntStream.range(0, 50).forEach(i -> {
                                file().write(baseline);
                                assertThat(baselines)
                                        .contains(file().read(Baselines.TEST).orElseThrow());
                            })))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (var files = Files.list(file().path().getParent())) {
            assertThat(files).containsExactly(file().path());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers",
                "a/b\\c:d*e?f\"g<h>i|j",
                "..",
                "\u00fcber \ud83d\ude00",
                "[1]",
                "con",
                "x\u0000",
                "a%b",
                " ",
                "."
            })
    void hasANameThatEveryFileSystemTakes(String method) {
        String name = TestFileName.of(new TestId("demo.EvalTest$Nested", method));

        assertThat(name)
                .matches("[A-Za-z0-9.$_%~-]+")
                .startsWith("demo.EvalTest$Nested.")
                .endsWith(".json");
        assertThat(name).hasSizeLessThanOrEqualTo(210).doesNotContain("..");
    }

    @Test
    void hasDifferentNamesForDifferentTests() {
        assertThat(List.of(
                        TestFileName.of(new TestId("a.B", "c.d")),
                        TestFileName.of(new TestId("a.B.c", "d")),
                        TestFileName.of(new TestId("a.B", "c%2Ed")),
                        TestFileName.of(new TestId("a.B", "x".repeat(500))),
                        TestFileName.of(new TestId("a.B", "x".repeat(501)))))
                .doesNotHaveDuplicates();
        assertThat(TestFileName.of(new TestId("Con", "answers"))).isEqualTo("%43on.answers.json");
        assertThat(TestFileName.of(new TestId("demo.EvalTest", "answers[2]")))
                .isEqualTo("demo.EvalTest.answers%5B2%5D.json");
    }

    private void refuses(String text, int line, String words) {
        assertThatThrownBy(() -> {
                    Files.writeString(file().path(), text, UTF_8);
                    file().read(Baselines.TEST);
                })
                .isInstanceOf(BaselineException.class)
                .hasMessageStartingWith("src/test/llm-baselines/demo.EvalTest.answers.json, line " + line + ": ")
                .hasMessageContaining(words);
    }

    private String write(Baseline baseline) {
        file().write(baseline);
        try {
            return Files.readString(file().path(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private BaselineFile file() {
        return BaselineFile.of(new TestModule(folder, folder.resolve("target")), Baselines.TEST);
    }
}
