package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every metric of answers, whatever the text: random ones, from a fixed seed, and hostile ones. */
class AnswerPropertiesTest {

    private static final Set<String> NO_SCORE = Set.of(
            "NO_NUMBER",
            "UNKNOWN_UNIT",
            "NO_CHOICE",
            "NOT_BOOLEAN",
            "CONTRADICTION",
            "NO_DATE",
            "UNKNOWN_LABEL",
            "TOO_LARGE");

    /** What the metrics look for, whole and in pieces, among what nobody expects. */
    private static final String[] PIECES = {
        "The answer is ",
        "answer: ",
        "A",
        "B",
        "(B)",
        "I",
        " or ",
        " and ",
        "\\boxed{",
        "}",
        "$",
        "%",
        "°C",
        " km",
        "m²",
        " per ",
        "/",
        "h ",
        "USD ",
        "####",
        "5",
        "1,000",
        "-",
        "−",
        ".5",
        "1e999",
        "1e99999",
        " million",
        "2024-03-04",
        "03/04/2024",
        "4 March 2024",
        "T14:30",
        " 2:30 pm",
        "+19:00",
        "Z",
        "[Europe/Berlin]",
        "[Nowhere]",
        " EST",
        "yes",
        "no",
        "not ",
        "true",
        "that is ",
        "spam",
        "ham",
        ", ",
        "; ",
        "\n",
        "- ",
        "1. ",
        "[",
        "]",
        "\"a\"",
        ":",
        "```",
        "**",
        "",
        " ",
        "\u00a0",
        "\0",
        "\u202e",
        "\u0301",
        "\ud800",
        "\udc00",
        "😀",
        "ﬁ",
        "Ⅷ",
        "５",
        "٣",
        "İ",
        "\uffff"
    };

    static Stream<Scorer> metrics() {
        return Stream.of(
                new NumericAnswer(),
                new QuantityAnswer(),
                new MultipleChoice(),
                new BooleanAnswer(),
                new DateAnswer().in(DateOrder.DAY_FIRST),
                new SetAnswer(),
                new ListAnswer(),
                new ItemsScorer("alike", false, new BigDecimal("0.7"), ItemsFigure.F1),
                new ItemsScorer("alike", true, new BigDecimal("0.7"), ItemsFigure.F1),
                Classification.of("spam", "ham").anywhere());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void scoreFrom0To1OrSayWhyNot(Scorer metric) {
        Random random = new Random(45);
        for (int i = 0; i < 1_000; i++) {
            String output = text(random);
            String expected = random.nextBoolean() ? text(random) : acceptable(metric);
            try {
                Score score = score(metric, output, expected);
                assertThat(score.value().orElseThrow()).isBetween(0.0, 1.0);
                assertThat(score.reason()).isNotEmpty().hasSizeLessThan(400);
            } catch (ScoringException e) {
                assertThat(e.kind()).isIn(NO_SCORE);
            } catch (RuntimeException e) {
                throw new AssertionError("seed 45, text %s: '%s' against '%s'".formatted(i, output, expected), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void score1ForTheExpectedAnswerItself(Scorer metric) {
        Random random = new Random(46);
        int scored = 0;
        for (int i = 0; i < 1_000; i++) {
            String text = text(random);
            try {
                Score score = score(metric, text, text);
                if (metric instanceof Classification || !score.negated().equals(score)) {
                    assertThat(score.value())
                            .as("seed 46, '%s': %s", text, score)
                            .hasValue(1);
                }
                scored++;
            } catch (ScoringException e) {
                assertThat(e.kind()).isIn(NO_SCORE);
            }
        }
        assertThat(scored).isPositive();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void setsAreSymmetric(Scorer metric) throws Exception {
        Random random = new Random(47);
        for (int i = 0; i < 1_000; i++) {
            String one = text(random);
            String other = text(random);
            assertThat(value(metric, one, other))
                    .as("seed 47, '%s', '%s'", one, other)
                    .isEqualTo(value(metric, other, one));
        }
    }

    static Stream<Scorer> sets() {
        return metrics().filter(ItemsScorer.class::isInstance);
    }

    static Stream<Arguments> longTexts() {
        int megabyte = 1 << 20;
        List<String> units = List.of(
                "7",
                "A ",
                "(A)",
                "answer is ",
                "answer: A ",
                "\\boxed{A",
                "5 km ",
                "1 h 30 min ",
                "5 square ",
                "2024-03-04 ",
                "10:00 ",
                "no\n",
                "that is true ",
                "a, ",
                "- a\n",
                "[",
                " and ",
                "spam ",
                "\ud800",
                "\u0301",
                " ",
                "*");
        List<String> texts = new ArrayList<>();
        units.forEach(unit -> texts.add(unit.repeat(megabyte / 16 / unit.length())));
        texts.add(texts.stream()
                .map(text -> text.substring(0, megabyte / units.size()))
                .collect(Collectors.joining("\n")));
        return metrics()
                .filter(metric -> !(metric instanceof NumericAnswer)) // read along with the texts of all other metrics
                .flatMap(metric -> texts.stream().map(text -> Arguments.of(metric, text)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("longTexts")
    @Tag("slow")
    void readLongTextsAndAMegabyteInBoundedTime(Scorer metric, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertThat(value(metric, text, acceptable(metric))).isBetween(0.0, 1.0);
            } catch (ScoringException e) {
                assertThat(e.kind()).isEqualTo("TOO_LARGE");
            }
        });
    }

    private static String acceptable(Scorer metric) {
        return switch (metric.describe().name()) {
            case "numeric-answer" -> "7";
            case "quantity-answer" -> "5 km";
            case "multiple-choice" -> "A";
            case "boolean-answer" -> "yes";
            case "date-answer" -> "2024-03-04T10:00";
            case "classification" -> "spam";
            default -> "a, b, c";
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
