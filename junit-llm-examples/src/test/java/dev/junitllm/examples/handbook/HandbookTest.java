package dev.junitllm.examples.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HandbookTest {

    private final Handbook handbook = Handbook.load();

    @Test
    void namesAPassageAfterItsPageAndHeading() {
        assertThat(handbook.passage("leave#annual-leave")).hasValueSatisfying(passage -> {
            assertThat(passage.title()).isEqualTo("Leave: Annual leave");
            assertThat(passage.text())
                    .startsWith("Full-time staff have 27 working days of annual leave in each calendar year.")
                    .doesNotContain("\n", "#");
        });
        assertThat(handbook.passage("sick-leave#doctors-certificate")).isPresent();
        assertThat(handbook.passage("leave#no-such-heading")).isEmpty();
    }

    @Test
    void namesWhatStandsBeforeTheFirstHeadingAfterThePage() {
        assertThat(handbook.passage("leave")).map(Passage::title).hasValue("Leave");
    }

    @Test
    void hasNoEmptyPassageAndNoIdTwice() {
        assertThat(handbook.passages()).hasSizeGreaterThan(80);
        assertThat(handbook.passages()).extracting(Passage::id).doesNotHaveDuplicates();
        assertThat(handbook.passages()).extracting(Passage::text).noneMatch(String::isBlank);
    }

    @Test
    void refusesTwoPassagesOfOneId() {
        var page = MarkdownPage.passages("pay", "# Pay\n\n## Bonus\n\nMay.\n\n## Bonus\n\nJune.\n");

        assertThatThrownBy(() -> new Handbook(page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two passages of the handbook are called pay#bonus");
    }

    @Test
    void readsPagesAsUtf8() {
        assertThat(handbook.passage("remote-work#confidentiality-at-home"))
                .hasValueSatisfying(passage -> assertThat(passage.text()).contains("cafés"));
    }

    @Test
    void listsEveryPageInItsContents() throws Exception {
        var contents =
                Path.of(Handbook.class.getResource("/handbook/contents.txt").toURI());

        try (var files = Files.list(contents.getParent())) {
            var pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .toList();
            assertThat(Files.readAllLines(contents)).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void isQuotedWordForWordByTheGoldenSet() throws Exception {
        var quotation = Pattern.compile("\\{\"id\": \"([^\"]+)\", \"text\": \"([^\"]+)\"}");
        var golden =
                Path.of(Handbook.class.getResource("/golden/handbook.jsonl").toURI());

        List<MatchResult> quotations = quotation
                .matcher(Files.readString(golden, StandardCharsets.UTF_8))
                .results()
                .toList();

        assertThat(quotations)
                .hasSizeGreaterThan(30)
                .allSatisfy(quoted -> assertThat(handbook.passage(quoted.group(1)))
                        .map(Passage::text)
                        .hasValue(quoted.group(2)));
    }
}
