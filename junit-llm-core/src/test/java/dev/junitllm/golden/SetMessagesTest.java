package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.junitllm.GoldenPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetMessagesTest {

    @TempDir
    private Path folder;

    private GoldenFolder golden() {
        return new GoldenFolder(folder);
    }

    @Test
    void listsAllProblemsOfAllFilesInOrder() {
        golden().with("a.jsonl", "{\"id\": \"a\"}\n{\"id\": \"b\", \"input\": \"x\"}\n\n{\"id\": \"c\"}\n")
                .with("b.jsonl", "oops");
        GoldenSetException refusal =
                catchThrowableOfType(GoldenSetException.class, () -> golden().open("a.jsonl", "b.jsonl"));
        assertThat(refusal)
                .hasMessageStartingWith(
                        "the golden set has 3 problems, so none of its cases was run:\n  a.jsonl:1, case 'a': ");
        assertThat(refusal.problems()).extracting(Problem::file).containsExactly("a.jsonl", "a.jsonl", "b.jsonl");
        assertThat(refusal.problems()).extracting(Problem::line).containsExactly(1, 4, 1);
        assertThat(refusal.problems()).extracting(Problem::caseId).containsExactly("a", "c", null);
    }

    @Test
    void listsTwentyProblemsOfAFileAndCountsTheRest() {
        List<String> refusal = golden().refusal("a.jsonl", "{}\n".repeat(25));
        assertThat(refusal).hasSize(21).last().isEqualTo("and 5 more in a.jsonl");
        assertThat(refusal.get(19)).startsWith("a.jsonl:20: ");
    }

    @Test
    void showsTwentyProblemsOfEachFile() {
        golden().with("a.jsonl", "{}\n".repeat(21)).with("b.jsonl", "{}\n".repeat(22));
        assertThat(GoldenFolder.refusal(() -> golden().open("a.jsonl", "b.jsonl")))
                .hasSize(42)
                .contains("and 1 more in a.jsonl", "and 2 more in b.jsonl");
    }

    @Test
    void failsWhenAnIdStandsTwiceInOneFile() {
        assertThat(golden().refusal("a.jsonl", "{\"id\": \"a\", \"input\": 1}\n{\"id\": \"a\", \"input\": 2}"))
                .containsExactly("a.jsonl:2, case 'a': the id 'a' also stands at a.jsonl:1;"
                        + " give each case of the set, over all its files, an id of its own");
    }

    @Test
    void failsWhenAnIdStandsInTwoFiles() {
        golden().with("a.jsonl", "{\"id\": 7, \"input\": 1}").with("b.csv", "id,input\n7,x\n");
        assertThat(GoldenFolder.refusal(() -> golden().open("a.jsonl", "b.csv")))
                .containsExactly("b.csv:2, case '7': the id '7' also stands at a.jsonl:1;"
                        + " give each case of the set, over all its files, an id of its own");
    }

    @Test
    void failsWhenNamelessCasesAreTheSame() {
        assertThat(golden().refusal("a.jsonl", "{\"input\": {\"a\": 1, \"b\": 2}}\n{\"input\": {\"b\": 2, \"a\": 1}}"))
                .containsExactly("a.jsonl:2: the same content also stands at a.jsonl:1, and neither case has an id;"
                        + " take one of them out, or give both an id");
    }

    @Test
    void failsWhenAFileHoldsNoCase() {
        for (String name : List.of("a.jsonl", "a.json", "a.csv", "a.yaml")) {
            assertThat(golden().refusal(name, ""))
                    .containsExactly(name + ": it holds no case; add one, or take the file out of the golden set");
        }
        assertThat(golden().refusal("b.jsonl", "\n \t\r\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("it holds no case");
        assertThat(golden().refusal("b.json", "[]"))
                .hasSize(1)
                .first()
                .asString()
                .contains("it holds no case");
        assertThat(golden().refusal("b.csv", "id,input\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("it holds no case");
        assertThat(golden().refusal("b.yaml", "[]"))
                .hasSize(1)
                .first()
                .asString()
                .contains("it holds no case");
    }

    @Test
    void failsWhenASelectedCaseLacksWhatAScoreNeeds() {
        golden().with(
                        "a.jsonl",
                        "{\"id\": \"a\", \"input\": 1}\n{\"id\": \"b\", \"input\": 1, \"references\": [\"x\"]}");
        List<Need> needs = List.of(
                new Need(GoldenPart.ANSWER, "score 'token-f1'"), new Need(GoldenPart.CONTEXT, "score 'recall'"));
        assertThat(GoldenFolder.refusal(() -> open(Selection.ALL, needs)))
                .containsExactly(
                        "a.jsonl:1, case 'a': it has no 'expected' or 'references', which score 'token-f1' needs;"
                                + " add it to the case, or take out what needs it",
                        "a.jsonl:1, case 'a': it has no 'context', which score 'recall' needs;"
                                + " add it to the case, or take out what needs it",
                        "a.jsonl:2, case 'b': it has no 'context', which score 'recall' needs;"
                                + " add it to the case, or take out what needs it");
    }

    @Test
    void asksNothingOfCasesThatAreNotSelected() {
        golden().with(
                        "a.jsonl",
                        "{\"id\": \"a\", \"input\": 1}\n{\"id\": \"b\", \"input\": 1, \"references\": [\"x\"]}");
        Selection onlyB = new Selection(List.of(), List.of("b"), OptionalInt.empty(), 0);
        try (GoldenCases cases = open(onlyB, List.of(new Need(GoldenPart.ANSWER, "score 'token-f1'")))) {
            assertThat(cases.id(0)).isEqualTo("b");
        }
    }

    private GoldenCases open(Selection selection, List<Need> needs) {
        return golden().open(
                        new GoldenSource(List.of("a.jsonl"), "", FieldMapping.NONE),
                        selection,
                        ReadingLimits.DEFAULT,
                        needs);
    }

    @Test
    void failsWhenAFileIsNotUtf8() {
        assertThat(golden().refusal(
                                "a.jsonl",
                                "{\"input\": 1}\n{\"input\": \"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("a.jsonl:2: it isn't UTF-8: the byte at offset 25 fits nowhere; save it as UTF-8");
        for (String name : List.of("a.json", "a.csv", "a.yaml")) {
            assertThat(golden().refusal(name, new byte[] {'[', '"', (byte) 0xc3, (byte) 0xa9, (byte) 0xe9, '"'}))
                    .containsExactly(name + ": it isn't UTF-8: the byte at offset 4 fits nowhere; save it as UTF-8");
        }
    }

    @Test
    void failsWhenAFileEndsWithinACharacter() {
        for (String name : List.of("a.jsonl", "a.json", "a.csv", "a.yaml")) {
            assertThat(golden().refusal(name, new byte[] {'[', (byte) 0xe2, (byte) 0x82}))
                    .singleElement()
                    .asString()
                    .contains("it isn't UTF-8: the byte at offset 1 fits nowhere");
        }
    }

    @Test
    void namesTheEncodingOfAByteOrderMark() {
        String line = "\ufeff{\"input\": 1}";
        for (String name : List.of("a.jsonl", "a.json", "a.csv", "a.yaml")) {
            assertThat(golden().refusal(name, line.getBytes(StandardCharsets.UTF_16LE)))
                    .containsExactly(name + ": it is written in UTF-16, not in UTF-8; save it as UTF-8");
            assertThat(golden().refusal(name, line.getBytes(StandardCharsets.UTF_16BE)))
                    .containsExactly(name + ": it is written in UTF-16, not in UTF-8; save it as UTF-8");
            assertThat(golden().refusal(name, line.getBytes(java.nio.charset.Charset.forName("UTF-32LE"))))
                    .containsExactly(name + ": it is written in UTF-32, not in UTF-8; save it as UTF-8");
        }
    }

    @Test
    void recognisesGzipWithoutItsName() {
        assertThat(golden().refusal("a.jsonl", GoldenFolder.gzip("{\"input\": 1}")))
                .containsExactly(
                        "a.jsonl: it is gzip-compressed, but its name doesn't say so; let its name end in .gz");
    }

    @Test
    void failsWhenGzipIsTruncatedOrBroken() {
        byte[] whole = GoldenFolder.gzip("{\"input\": 1}\n".repeat(1));
        assertThat(golden().refusal("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 12)))
                .containsExactly("a.jsonl.gz: it can't be unpacked: it ends too early; compress it again with gzip");
        assertThat(golden().refusal("a.jsonl.gz", "{\"input\": 1}"))
                .containsExactly("a.jsonl.gz: it can't be unpacked: Not in GZIP format; compress it again with gzip");
        assertThat(golden().refusal("a.jsonl.gz", new byte[0]))
                .containsExactly("a.jsonl.gz: it can't be unpacked: it ends too early; compress it again with gzip");
    }

    @Test
    void failsWhenGzipUnpacksTooFar() {
        byte[] csvBomb = GoldenFolder.gzip("input\n" + "x".repeat(5_000_000));
        byte[] bomb = GoldenFolder.gzip("[\"" + "x".repeat(5_000_000) + "\"]");
        for (String name : List.of("a.jsonl.gz", "a.json.gz", "a.csv.gz", "a.yaml.gz")) {
            golden().with(name, name.contains("csv") ? csvBomb : bomb);
            assertThat(GoldenFolder.refusal(() -> golden().open(new ReadingLimits(10_000_000, 1_000_000), name)))
                    .containsExactly(name + ": it unpacks to more than 1000000 bytes;"
                            + " if that isn't a gzip bomb, raise junit.llm.golden.max-unpacked");
        }
    }

    @Test
    void failsWhenALineIsOverTheLimitAndReadsOn() {
        String line = "{\"input\": \"" + "x".repeat(100) + "\"}";
        golden().with("a.jsonl", line + "\n{}\n");
        assertThat(GoldenFolder.refusal(() -> golden().open(new ReadingLimits(line.length() - 1, 1), "a.jsonl")))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "a.jsonl:1: the case takes more than 112 bytes; shorten it, or raise junit.llm.golden.max-line");
    }

    @Test
    void takesALineThatIsJustAsLongAsTheLimit() {
        String line = "{\"input\": \"" + "\u00e9".repeat(50) + "\"}";
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        golden().with("a.jsonl", line + "\r\n");
        try (GoldenCases cases = golden().open(new ReadingLimits(length, 1), "a.jsonl")) {
            assertThat(cases.read(0).input()).hasSize(50);
        }
    }

    @Test
    void limitsACaseInEveryFormat() {
        ReadingLimits limits = new ReadingLimits(1000, 1);
        String many = "x".repeat(20) + "\", \"";
        golden().with("a.json", "[{\"input\": [\"" + many.repeat(60) + "\"]}]")
                .with("a.csv", "input,expected\n" + "x".repeat(500) + ",\"" + "x".repeat(501) + "\"\n");
        assertThat(GoldenFolder.refusal(() -> golden().open(limits, "a.json")))
                .containsExactly(
                        "a.json:1: the case takes more than 1000 bytes; shorten it, or raise junit.llm.golden.max-line");
        assertThat(GoldenFolder.refusal(() -> golden().open(limits, "a.csv")))
                .containsExactly(
                        "a.csv:2: the case takes more than 1000 bytes; shorten it, or raise junit.llm.golden.max-line");
        golden().with("a.yaml", "- input: " + "x".repeat(1000));
        assertThat(GoldenFolder.refusal(() -> golden().open(limits, "a.yaml")))
                .containsExactly("a.yaml: it takes more than 1000 bytes, and YAML is read whole;"
                        + " write it as JSON Lines, or raise junit.llm.golden.max-line");
    }
}
