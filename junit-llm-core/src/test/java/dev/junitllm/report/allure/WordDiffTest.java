package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void marksWhatIsOnlyOnOneSide() {
        assertThat(text("You get 30 days, paid.", "You get four weeks, paid."))
                .isEqualTo("You get <del>30 days</del><ins>four weeks</ins>, paid.");
    }

    @Test
    void doesNotCountWhiteSpace() {
        assertThat(text("one  two\nthree", "one two three")).isEqualTo("one two three");
    }

    @Test
    void saysWhereBothAreTheSame() {
        assertThat(WordDiff.page("a", "same <b>", "same <b>"))
                .contains("Expected and actual are the same.", "same &lt;b&gt;")
                .doesNotContain("<del>", "<ins>");
    }

    @Test
    void keepsWordsOfOtherScriptsWhole() {
        assertThat(text("дом стоит", "дым стоит")).isEqualTo("<del>дом </del><ins>дым </ins>стоит");
        assertThat(text("cafe\u0301", "cafe")).isEqualTo("<del>cafe\u0301</del><ins>cafe</ins>");
    }

    @Test
    void showsAnEmptyAnswer() {
        assertThat(text("something", "")).isEqualTo("<del>something</del>");
        assertThat(text("", "something")).isEqualTo("<ins>something</ins>");
    }

    @Test
    void holdsBothTextsWhateverTheyAre() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String expected = words(random, 12);
            String actual = words(random, 12);
            String diff = text(expected, actual);
            assertThat(diff.replaceAll("<ins>[^<]*</ins>", "").replaceAll("</?del>|\\s", ""))
                    .as("%s | %s", expected, actual)
                    .isEqualTo(expected.replace(" ", ""));
            assertThat(diff.replaceAll("<del>[^<]*</del>", "").replaceAll("</?ins>|\\s", ""))
                    .as("%s | %s", expected, actual)
                    .isEqualTo(actual.replace(" ", ""));
        }
    }

    @Test
    void comparesTheBeginningOfLongTextsAndSaysSo() {
        String expected = IntStream.range(0, 50_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String actual = IntStream.range(0, 50_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));

        assertThat(WordDiff.page("a", expected, actual))
                .contains("only the first 4000 words of expected are compared")
                .contains("only the first 4000 words of actual are compared")
                .contains("a3999", "b3999")
                .doesNotContain("a4000", "b4000");
    }

    @Test
    void runsNothing() {
        assertThat(WordDiff.page("<i>", "</div><script>x()</script>", "\"'&\u0007"))
                .contains("default-src 'none'", "<title>&lt;i&gt;</title>", "&quot;&#39;&amp;\\u0007")
                .doesNotContain("<script", "<i>", "\u0007");
    }

    private static String words(Random random, int most) {
        return random.ints(random.nextInt(most), 0, 4)
                .mapToObj(i -> String.valueOf("abcd".charAt(i)))
                .collect(Collectors.joining(" "));
    }

    /** What stands between the frame. */
    private static String text(String expected, String actual) {
        String page = WordDiff.page("case", expected, actual);
        String start = "<div class=\"text\">";
        return page.substring(page.indexOf(start) + start.length(), page.lastIndexOf("</div>"));
    }
}
