package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Slices;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlicesTest {

    @TempDir
    Path folder;

    @Test
    void areMadeOfTagsOriginAndMetadata() {
        Slices slices = slices(Selection.ALL, """
                {"id": "a", "input": "1", "tags": ["refund", "eu"], "metadata": {"language": "de", "priority": 2, "vip": true}}
                {"id": "b", "input": "2", "tags": ["eu"], "origin": "production", "metadata": {"language": "en", "vip": null}}
                """);

        assertThat(slices.names())
                .containsExactly(
                        "language=de",
                        "language=en",
                        "origin=manual",
                        "origin=production",
                        "priority=2",
                        "tag=eu",
                        "tag=refund",
                        "vip=true");
        assertThat(slices.cases("tag=eu").cardinality()).isEqualTo(2);
        assertThat(slices.has("language=en", 1)).isTrue();
        assertThat(slices.has("language=en", 0)).isFalse();
        assertThat(slices.has("language=fr", 0)).isFalse();
        assertThat(slices.cases("language=fr").isEmpty()).isTrue();
    }

    @Test
    void knowWhichOfTheSelectedCasesBelongToThem() {
        Slices slices = slices(new Selection(List.of(), List.of("c"), OptionalInt.empty(), 0), """
                {"id": "a", "input": "1", "tags": ["x"]}
                {"id": "b", "input": "2", "tags": ["y"]}
                {"id": "c", "input": "3", "tags": ["y"]}
                """);

        assertThat(slices.names()).containsExactly("origin=manual", "tag=y");
        assertThat(slices.cases("tag=y")).isEqualTo(BitSet.valueOf(new long[] {1}));
        assertThat(slices.isKnown("tag=x"))
                .as("of the set, though not selected")
                .isTrue();
        assertThat(slices.isKnown("tag=z")).isFalse();
        assertThat(slices.nearest("tag=Y ")).contains("tag=y");
    }

    @Test
    void leaveOutAFieldWithManyValuesButForTheOneThatIsAskedFor() {
        String cases = IntStream.range(0, 30)
                .mapToObj(i -> "{\"id\": \"%s\", \"input\": \"%s\", \"metadata\": {\"author\": \"p%s\", \"even\": %s}}"
                        .formatted(i, i, i, i % 2 == 0))
                .collect(Collectors.joining("\n"));

        assertThat(slices(Selection.ALL, cases).names()).containsExactly("even=false", "even=true", "origin=manual");
        assertThat(open(Selection.ALL, cases, Set.of("author=p7", "author=nobody"))
                        .slices()
                        .names())
                .containsExactly("author=p7", "even=false", "even=true", "origin=manual");
    }

    @Test
    void leaveOutFieldsBeyondTheTenthAndTexts() {
        String fields = IntStream.range(0, 30)
                .mapToObj(i -> "\"f%02d\": 1".formatted(i))
                .collect(Collectors.joining(", "));
        String text = "\"note\": \"%s\"".formatted("long ".repeat(20));

        Slices slices = slices(
                Selection.ALL,
                "{\"id\": \"a\", \"input\": \"1\", \"tags\": [\"t\"], \"metadata\": {%s, %s}}".formatted(text, fields));

        assertThat(slices.names()).hasSizeLessThanOrEqualTo(12).contains("tag=t", "origin=manual", "f00=1");
        assertThat(slices.names()).noneMatch(name -> name.startsWith("note"));
    }

    @Test
    void canNotBeChangedFromOutside() {
        BitSet cases = new BitSet();
        cases.set(0);
        Slices slices = new Slices(Map.of("tag=a", cases), Set.of("tag=a"));
        cases.set(1);
        slices.cases("tag=a").clear();

        assertThat(slices.cases("tag=a")).isEqualTo(BitSet.valueOf(new long[] {1}));
    }

    private Slices slices(Selection selection, String content) {
        return open(selection, content, Set.of()).slices();
    }

    private GoldenCases open(Selection selection, String content, Set<String> asked) {
        new GoldenFolder(folder).with("set.jsonl", content);
        try (GoldenCases cases = GoldenCases.open(
                new GoldenSource(List.of("set.jsonl"), "", FieldMapping.NONE),
                Anchor.class,
                folder,
                selection,
                ReadingLimits.DEFAULT,
                List.of(),
                QuarantineList.NONE,
                asked)) {
            return cases;
        }
    }
}
