package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    @TempDir
    private Path folder;

    private GoldenFolder fourCases() {
        return new GoldenFolder(folder).with("golden/x.jsonl", """
                        {"id": "refund-1", "input": 1, "tags": ["refund", "eu"]}
                        {"id": "refund-2", "input": 1, "tags": ["refund"]}
                        {"id": "billing-1", "input": 1, "tags": ["billing"]}
                        {"id": "plain", "input": 1}
                        """);
    }

    private static Selection selection(List<String> tags, List<String> ids) {
        return new Selection(tags, ids, OptionalInt.empty(), 0);
    }

    private static Selection sample(int size, long seed) {
        return new Selection(List.of(), List.of(), OptionalInt.of(size), seed);
    }

    private static List<String> ids(GoldenCases cases) {
        try (cases) {
            return IntStream.range(0, cases.size())
                    .mapToObj(i -> {
                        assertThat(cases.read(i).id()).isEqualTo(cases.id(i));
                        return cases.id(i);
                    })
                    .toList();
        }
    }

    @Test
    void takesCasesThatCarryOneOfTheTagsAndMatchOneOfTheGlobs() {
        assertThat(ids(fourCases().open(selection(List.of("eu", "billing"), List.of()), "golden/x.jsonl")))
                .containsExactly("refund-1", "billing-1");
        assertThat(ids(fourCases().open(selection(List.of(), List.of("*-1", "pl?in")), "golden/x.jsonl")))
                .containsExactly("refund-1", "billing-1", "plain");
        assertThat(ids(fourCases().open(selection(List.of("refund"), List.of("*-1")), "golden/x.jsonl")))
                .containsExactly("refund-1");
    }

    @Test
    void countsAndFingerprintsTheWholeSet() {
        try (GoldenCases some = fourCases().open(selection(List.of("eu"), List.of()), "golden/x.jsonl");
                GoldenCases all = fourCases().open("golden/x.jsonl")) {
            assertThat(List.of(some.size(), some.total())).containsExactly(1, 4);
            assertThat(some.fingerprint()).isEqualTo(all.fingerprint()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void fingerprintsIdsAndContentInOrder() {
        String one = fingerprint("{\"id\": \"a\", \"input\": 1}\n{\"id\": \"b\", \"input\": 2}");
        assertThat(fingerprint("{\"input\": 1, \"id\": \"a\"}\r\n\n{\"id\": \"b\", \"input\": 2}"))
                .isEqualTo(one);
        assertThat(fingerprint("{\"id\": \"b\", \"input\": 2}\n{\"id\": \"a\", \"input\": 1}"))
                .isNotEqualTo(one);
        assertThat(fingerprint("{\"id\": \"a\", \"input\": 1}\n{\"id\": \"b\", \"input\": 3}"))
                .isNotEqualTo(one);
        assertThat(fingerprint("{\"id\": \"a\", \"input\": 1}\n{\"id\": \"c\", \"input\": 2}"))
                .isNotEqualTo(one);
    }

    private String fingerprint(String content) {
        try (GoldenCases cases =
                new GoldenFolder(folder).with("f.jsonl", content).open("f.jsonl")) {
            return cases.fingerprint();
        }
    }

    @Test
    void drawsTheSameSampleEverywhere() {
        int[] rows = IntStream.range(0, 1000).toArray();
        assertThat(sample(10, 0).sampled(rows)).containsExactly(PINNED_0);
        assertThat(sample(10, 42).sampled(rows)).containsExactly(PINNED_42);
    }

    // Drawn once on JDK 17: another JDK must draw the same.
    private static final int[] PINNED_0 = {26, 57, 269, 271, 378, 553, 586, 661, 755, 769};
    private static final int[] PINNED_42 = {20, 28, 90, 194, 211, 609, 730, 745, 974, 998};

    @Test
    void drawsEachCaseEquallyOften() {
        int[] rows = IntStream.range(0, 20).toArray();
        Map<Integer, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            int[] sample = sample(5, seed).sampled(rows);
            assertThat(sample).hasSize(5).isSorted().doesNotHaveDuplicates();
            for (int row : sample) {
                drawn.merge(row, 1, Integer::sum);
            }
        }
        assertThat(drawn.values()).hasSize(20).allMatch(times -> times > 850 && times < 1150); // 1000, sd 27
    }

    @Test
    void takesAllWhereTheSampleIsLarger() {
        assertThat(ids(fourCases().open(sample(9, 1), "golden/x.jsonl"))).hasSize(4);
        assertThat(ids(fourCases().open(sample(2, 1), "golden/x.jsonl"))).hasSize(2);
    }

    @Test
    void failsWhenNothingIsLeft() {
        assertThat(refusal(selection(List.of("refnd"), List.of())))
                .isEqualTo("golden/x.jsonl: none of its 4 cases carries the tag 'refnd';"
                        + " the tags are 'billing', 'eu', 'refund'");
        assertThat(refusal(selection(List.of("a", "b", "c"), List.of())))
                .isEqualTo("golden/x.jsonl: none of its 4 cases carries one of the tags 'a', 'b' or 'c';"
                        + " the tags are 'billing', 'eu', 'refund'");
        assertThat(refusal(selection(List.of(), List.of("refund-3"))))
                .isEqualTo("golden/x.jsonl: none of its 4 cases has an id that matches 'refund-3';"
                        + " did you mean 'refund-1'?");
        assertThat(refusal(selection(List.of("billing"), List.of("zz*"))))
                .isEqualTo("golden/x.jsonl: none of its 4 cases carries the tag 'billing' and has an id that matches"
                        + " 'zz*'; the tags are 'billing', 'eu', 'refund'; the ids are 'refund-1', 'refund-2',"
                        + " 'billing-1', 'plain'");
        GoldenFolder plain = new GoldenFolder(folder)
                .with("a.jsonl", "{\"id\": 1, \"input\": 1}")
                .with("b.csv", "input\nx");
        assertThat(GoldenFolder.refusal(() -> plain.open(selection(List.of("a"), List.of()), "a.jsonl", "b.csv")))
                .containsExactly("a.jsonl, b.csv: none of its 2 cases carries the tag 'a'; none of them has a tag");
    }

    private String refusal(Selection selection) {
        return String.join("\n", GoldenFolder.refusal(() -> fourCases().open(selection, "golden/x.jsonl")));
    }

    @Test
    void describesItself() {
        assertThat(Selection.ALL.describe()).isEqualTo("all cases");
        assertThat(new Selection(List.of("a", "b"), List.of("x*"), OptionalInt.of(3), 7).describe())
                .isEqualTo("tags 'a' or 'b', id 'x*', a sample of 3 (seed 7)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample(0, 0))
                .withMessage("a sample has at least 1 case, unlike 0");
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "?, '', false",
        "a*c, abc, true",
        "a*c, ac, true",
        "a*c, abd, false",
        "*a*b*, xaxbx, true",
        "*a*b, xaxbx, false",
        "a?c, a\ud83d\ude00c, true",
        "**, x, true",
        "a.c, abc, false",
        "abc, ABC, false"
    })
    void matchesWildcards(String pattern, String text, boolean matches) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void matchesHostileWildcardsInGoodTime() {
        assertThat(Wildcard.matches("*a".repeat(200) + "b", "a".repeat(20_000))).isFalse();
    }
}
