package dev.junitllm.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingPartException;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.json.ValidJson;
import dev.junitllm.score.text.ContainsNone;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.TruthfulAnswer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every metric, whatever the text: random ones from fixed seeds, and hostile ones. Metrics are found on the class
 * path; those with options are tested where they are.
 */
class MetricPropertiesTest {

    private static final Pattern KIND = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

    /** Reasons stand in tables and messages: however long the texts, they are short. */
    private static final int LONGEST_REASON = 1_500;

    private static final int MEGABYTE = 1 << 20;

    /** Of the same: long enough for what takes quadratic time to take more than {@link #SOON}. */
    private static final int LONG = MEGABYTE / 16;

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<LongText> LONG_TEXTS = longTexts();
    private static final LongText MEGABYTE_OF_ALL = megabyte();
    private static final GoldenCase FAR = TestCases.accepting("B", "7", "yes", "{}");

    /** Answers of golden files that are not themselves outputs that score 1, with the reason. */
    private static final Map<Class<?>, Predicate<String>> NO_OUTPUT = Map.of(
            // an answer is a regular expression, which need not match itself; words do
            Matches.class, Pattern.compile("[^\\w ]").asPredicate(),
            // a golden choice is the first letter, even a lower-case one; an output may settle on another
            MultipleChoice.class,
                    Pattern.compile("\\A\\P{L}*[a-z]|boxed|answer").asPredicate());

    /** These hold an output to something else than the answer: a form, what must not be in it, what others got wrong. */
    private static final Set<Class<?>> ASK_FOR_SOMETHING_ELSE = Set.of(
            ValidJson.class,
            ValidJson.Fenced.class,
            ContainsNone.class,
            ContainsNone.Folded.class,
            TruthfulAnswer.Bleu.class,
            TruthfulAnswer.Rouge1.class);

    static Stream<Named<Scorer>> metrics() {
        return EveryMetric.all().map(metric -> Named.of(metric.describe().name(), metric));
    }

    @Test
    void areFound() {
        assertThat(EveryMetric.types()).hasSizeGreaterThan(8).contains(Matches.class);
        assertThat(EveryMetric.types()).containsAll(NO_OUTPUT.keySet()).containsAll(ASK_FOR_SOMETHING_ELSE);
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(EveryMetric.all().map(metric -> metric.describe().name()))
                .doesNotHaveDuplicates()
                .allMatch(name -> NAME.matcher(name).matches());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void haveADocumentedPublicConstructor(Scorer metric) throws Exception {
        Class<?> type = metric.getClass();
        Constructor<?> constructor = type.getDeclaredConstructor();

        assertThat(Modifier.isPublic(type.getModifiers())).as("public class").isTrue();
        assertThat(Modifier.isPublic(constructor.getModifiers()))
                .as("public constructor")
                .isTrue();
        assertThat(source(type)).containsPattern("\\*/\\s+public " + type.getSimpleName() + "\\(\\)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void scoreFrom0To1OrSayWhyNot(Scorer metric) {
        for (int seed = 0; seed < 500; seed++) {
            RandomCases cases = new RandomCases(seed);
            take(metric, cases.golden(cases::text), cases.actual(cases::text), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void scoreTheSameAgainOnAnyThread(Scorer metric) {
        List<OptionalDouble> values =
                IntStream.range(0, 100).mapToObj(seed -> random(metric, seed)).toList();

        assertThat(IntStream.range(0, 100)
                        .parallel()
                        .mapToObj(seed -> random(metric, seed))
                        .toList())
                .isEqualTo(values);
    }

    private static OptionalDouble random(Scorer metric, int seed) {
        RandomCases cases = new RandomCases(seed);
        return take(metric, cases.golden(cases::text), cases.actual(cases::text), "seed " + seed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void score1ForWhatTheCaseAsksFor(Scorer metric) {
        if (ASK_FOR_SOMETHING_ELSE.contains(metric.getClass())) {
            return;
        }
        int scored = 0;
        Predicate<String> isNoOutput = NO_OUTPUT.getOrDefault(metric.getClass(), answer -> false);
        for (int seed = 0; seed < 500; seed++) {
            RandomCases cases = new RandomCases(seed);
            String text = cases.text();
            if (isNoOutput.test(text)) {
                continue;
            }
            OptionalDouble value = take(metric, RandomCases.asking(text), RandomCases.giving(text), "seed " + seed);
            if (value.isPresent()) {
                assertThat(value.getAsDouble()).as("seed %s, '%s'", seed, text).isEqualTo(1);
                scored++;
            }
        }
        assertThat(scored).as("texts that could be scored").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void describeThemselvesTheSameAtEveryCall(Scorer metric) {
        ScorerDescription before = metric.describe();
        IntStream.range(0, 20).forEach(seed -> random(metric, seed));

        assertThat(metric.describe()).isEqualTo(before);
        assertThat(metric.describe().fingerprint()).isEqualTo(before.fingerprint());
        assertThat(EveryMetric.make(metric.getClass()).describe()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void addUpWhateverTheyScored(Scorer metric) throws Exception {
        if (metric.aggregation().isEmpty()) {
            return;
        }
        List<SetAggregation.Taken> taken = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            RandomCases cases = new RandomCases(seed);
            try {
                Score score = metric.score(cases.golden(cases::text), cases.actual(cases::text));
                if (score.value().isPresent()) {
                    taken.add(new SetAggregation.Taken(
                            "case-" + seed, 1, score.value().getAsDouble(), score.details()));
                }
            } catch (ScoringException | MissingPartException e) {
                // left out, as a run leaves it out
            }
        }

        SetFigures figures = metric.aggregation().get().over(taken);

        assertThat(figures.value()).isBetween(0.0, 1.0);
        assertThat(metric.aggregation().get().over(taken)).isEqualTo(figures);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    @Tag("slow")
    void readAMegabyteInBoundedTime(Scorer metric) {
        for (LongText text : LONG_TEXTS) {
            readWithin(SOON, metric, text.near(), text);
        }
        readWithin(Duration.ofSeconds(60), metric, MEGABYTE_OF_ALL.near(), MEGABYTE_OF_ALL);
        readWithin(SOON, metric, FAR, LONG_TEXTS.get(LONG_TEXTS.size() - 1));
    }

    private static void readWithin(Duration limit, Scorer metric, GoldenCase golden, LongText text) {
        assertTimeoutPreemptively(limit, () -> take(metric, golden, text.actual(), text.what()), text.what());
    }

    /** An output, and a case that asks for half of it. */
    private record LongText(String what, String text, GoldenCase near, Actual actual) {

        static LongText of(String what, String text) {
            return new LongText(
                    what,
                    text,
                    RandomCases.asking(text.substring(0, text.length() / 2) + "!"),
                    RandomCases.giving(text));
        }
    }

    private static LongText megabyte() {
        String all = LONG_TEXTS.stream().map(LongText::text).collect(Collectors.joining(" "));
        return LongText.of(
                "a megabyte of all", all.repeat(MEGABYTE / all.length() + 1).substring(0, MEGABYTE));
    }

    private static List<LongText> longTexts() {
        Random random = new Random(9);
        return List.of(
                LongText.of("digits", "7".repeat(LONG)),
                LongText.of("groups of digits", "1" + ",00".repeat(LONG / 3)),
                LongText.of("signs", "-$".repeat(LONG / 2)),
                LongText.of("spaces", "#### " + " ".repeat(LONG)),
                LongText.of("exponents", "1e".repeat(LONG / 2)),
                LongText.of("half surrogate pairs", "\ud800".repeat(LONG)),
                LongText.of("marks", "a" + "\u0301\u0323".repeat(LONG / 2)),
                LongText.of("ligatures", "\ufdfa".repeat(LONG)),
                LongText.of("lines", "the a\n".repeat(LONG / 6)),
                LongText.of("items", "x, ".repeat(LONG / 3)),
                LongText.of("open objects", "{\"a\":".repeat(LONG / 5)),
                LongText.of("a long array", "[1" + ",1".repeat(LONG / 2) + "]"),
                LongText.of(
                        "random characters",
                        new String(random.ints(LONG, 0, 0x110000).toArray(), 0, LONG)));
    }

    /** The value, or empty where there is none for one of the reasons there may be. Anything else fails. */
    private static OptionalDouble take(Scorer metric, GoldenCase golden, Actual actual, String what) {
        try {
            Score score = metric.score(golden, actual);
            assertThat(score.value().orElse(0)).as(what).isBetween(0.0, 1.0);
            assertThat(score.reason().length())
                    .as("%s: reason %s", what, cut(score.reason()))
                    .isLessThan(LONGEST_REASON);
            return score.value();
        } catch (ScoringException e) {
            assertThat(e.kind()).as(what).matches(KIND);
            assertThat(e.getMessage()).as(what).isNotBlank().hasSizeLessThan(LONGEST_REASON);
            return OptionalDouble.empty();
        } catch (MissingPartException e) {
            assertThat(metric.needs())
                    .as("%s: asks for what it didn't say it needs: %s", what, e.getMessage())
                    .isNotEmpty();
            return OptionalDouble.empty();
        } catch (RuntimeException e) {
            throw new AssertionError(what + ": " + e, e);
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static String source(Class<?> type) throws IOException {
        String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
        return Files.readString(Path.of("src/main/java", outermost + ".java"), UTF_8);
    }
}
