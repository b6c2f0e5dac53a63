package dev.junitllm.score;

import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.TokenF1;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every metric, whatever the text: random ones, from a fixed seed, and hostile ones. */
class ReferenceMetricPropertiesTest {

    private static final Set<String> NO_SCORE = Set.of("EMPTY_REFERENCE", "NO_NUMBER", "REGEX_INVALID", "REGEX_LIMIT");

    private static final int[] CHARACTERS = {
        'a', 'b', 'A', ' ', '\n', '1', '7', '.', ',', '-', '#', '$', '%', '(', '*', '\\', 0, 0x1b, 0xa0, 0x130, 0x301,
        0x3a3, 0x2028, 0x202e, 0x2212, 0xd800, 0xdbff, 0xdc00, 0xfb01, 0xfdfa, 0xff11, 0xffff, 0x1f600, 0x1d7d8,
        0xe0041, 0x10ffff
    };

    static Stream<Scorer> metrics() {
        return Stream.of(
                new ExactMatch(),
                new ExactMatch.Folded(),
                new ExactMatch.Squad(),
                new Contains(),
                new Contains.Folded(),
                new Matches(),
                new TokenF1(),
                new NumericAnswer(),
                NumericAnswer.within(0.01, 0.01));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void scoreFrom0To1OrSayWhyNot(Scorer metric) {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            String output = text(random);
            String expected = text(random);
            try {
                assertThat(value(metric, output, expected, text(random))).isBetween(0.0, 1.0);
            } catch (ScoringException e) {
                assertThat(e.kind()).isIn(NO_SCORE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void score1ForTheExpectedAnswerItself(Scorer metric) {
        Random random = new Random(43);
        int scored = 0;
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            String expected = metric instanceof Matches && !text.isEmpty() ? Pattern.quote(text) : text;
            try {
                assertThat(value(metric, text, expected)).as("'%s'", text).isEqualTo(1);
                scored++;
            } catch (ScoringException e) {
                assertThat(e.kind()).isIn(NO_SCORE);
            }
        }
        assertThat(scored).isGreaterThan(300);
    }

    @Test
    void tokenF1IsSymmetric() throws Exception {
        Random random = new Random(44);
        for (int i = 0; i < 3_000; i++) {
            String one = text(random);
            String other = text(random);
            assertThat(value(new TokenF1(), one, other)).isEqualTo(value(new TokenF1(), other, one));
        }
    }

    static Stream<Arguments> megabytes() {
        int size = 1 << 20;
        List<String> texts = List.of(
                "a".repeat(size),
                "7".repeat(size),
                "1" + ",000".repeat(size / 4) + "0",
                "1" + ",00".repeat(size / 3),
                "-$".repeat(size / 2),
                "#".repeat(size),
                "####" + " ".repeat(size),
                "1e".repeat(size / 2),
                ".5".repeat(size / 2),
                "\ud800".repeat(size),
                "a" + "\u0301\u0323".repeat(size / 2),
                "\ufdfa".repeat(size / 4),
                "the a ".repeat(size / 6),
                " \n".repeat(size / 2));
        return metrics().limit(8).flatMap(metric -> texts.stream().map(text -> Arguments.of(metric, text)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("megabytes")
    void readAMegabyteInBoundedTime(Scorer metric, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                String expected = metric instanceof NumericAnswer ? "7" : text.substring(0, text.length() / 2) + "!";
                assertThat(value(metric, text, expected)).isBetween(0.0, 1.0);
            } catch (ScoringException e) {
                assertThat(e.kind()).isIn(NO_SCORE);
            }
        });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    random.nextInt(8) == 0 ? random.nextInt(0x110000) : CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
