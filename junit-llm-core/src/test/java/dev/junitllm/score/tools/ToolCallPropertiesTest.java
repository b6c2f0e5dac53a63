package dev.junitllm.score.tools;

import static dev.junitllm.score.tools.ToolCallsTest.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all calls, whatever they are: random ones, from a fixed seed, and large ones. */
class ToolCallPropertiesTest {

    private static final List<String> TEXTS = List.of("", "a", "\ud800", "\ud83d\ude00", "Ä'\n");

    @ParameterizedTest
    @EnumSource(ToolCallMatch.class)
    void scoreFrom0To1AndTheExpectedCallsThemselves1(ToolCallMatch match) throws Exception {
        Random random = new Random(21);
        for (int i = 0; i < 300; i++) {
            List<ToolCall> expected = calls(random);
            List<ToolCall> made = calls(random);
            assertThat(value(match, expected, expected)).as("%s", expected).isEqualTo(1);
            assertThat(value(match, expected, made))
                    .as("%s and %s", expected, made)
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void someMatchesAreSymmetricAndOthersEachOthersMirror() throws Exception {
        Random random = new Random(22);
        for (int i = 0; i < 1_000; i++) {
            List<ToolCall> one = calls(random);
            List<ToolCall> other = calls(random);
            for (ToolCallMatch match : List.of(ToolCallMatch.EXACT, ToolCallMatch.ANY_ORDER, ToolCallMatch.F1)) {
                assertThat(value(match, one, other))
                        .as("%s %s and %s", match, one, other)
                        .isEqualTo(value(match, other, one));
            }
            assertThat(value(ToolCallMatch.SUBSET, one, other))
                    .as("%s and %s", one, other)
                    .isEqualTo(value(ToolCallMatch.SUPERSET, other, one));
        }
    }

    @Test
    void orderMattersOnlyWhereItIsAskedFor() throws Exception {
        Random random = new Random(23);
        for (int i = 0; i < 1_000; i++) {
            List<ToolCall> expected = calls(random);
            List<ToolCall> made = new ArrayList<>(expected);
            Collections.shuffle(made, random);
            for (ToolCallMatch match :
                    List.of(ToolCallMatch.ANY_ORDER, ToolCallMatch.SUBSET, ToolCallMatch.SUPERSET, ToolCallMatch.F1)) {
                assertThat(value(match, expected, made))
                        .as("%s and %s", expected, made)
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ToolCallMatch.class)
    @Tag("slow")
    void takeAMegabyteInBoundedTime(ToolCallMatch match) {
        List<ToolCall> many = IntStream.range(0, 200)
                .mapToObj(i ->
                        ToolCall.of("a", JsonNodeFactory.instance.objectNode().put("text", "x".repeat(5_000) + i)))
                .toList();
        List<ToolCall> reversed = new ArrayList<>(many);
        Collections.reverse(reversed);

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(value(match, many, reversed)).isBetween(0.0, 1.0));
    }

    private static double value(ToolCallMatch match, List<ToolCall> expected, List<ToolCall> made) throws Exception {
        return score(ToolCalls.matched(match), expected, made).value().orElseThrow();
    }

    private static List<ToolCall> calls(Random random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> ToolCall.of(
                        random.nextBoolean() ? "a" : "b",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("text", TEXTS.get(random.nextInt(TEXTS.size())))
                                .put("number", random.nextInt(2) * 1.0)))
                .toList();
    }
}
