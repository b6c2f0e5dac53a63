package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Usage;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VotesTest {

    private static final TestId TEST = new TestId("demo.EvalTest", "answers");

    @Test
    void aJudgesVotesAreKeptAndOtherScoresAreTheirOnlyVote() {
        ResultTable table = new ResultTable(
                2,
                2,
                List.of(PlannedScore.alone("politeness", Bar.atLeast(0.5), "000000000000")),
                index -> "case-" + index,
                index -> "hash");
        table.add(0, result(1, Score.of(1).withDetails(Map.of("votes", List.of(true, true, false)))));
        table.add(1, result(2, Score.of(0.5).withDetails(Map.of("votes", List.of(0.25, 0.75)))));
        table.add(
                2,
                result(
                        1,
                        Score.of(0.8)
                                .withDetails(Map.of(
                                        "votes",
                                        List.of(
                                                Map.of("judge", "one", "value", 1),
                                                Map.of("judge", "two", "error", "503"),
                                                Map.of("judge", "three", "value", 0.6))))));
        table.add(3, result(2, Score.of(0.4)));

        assertThat(table.summary(TEST, "golden/demo.jsonl").votes("politeness")).isDeepEqualTo(new double[][][] {
            {{1, 1, 0}, {0.25, 0.75}}, {{1, 0.6}, {0.4}}
        });
        assertThat(table.summary(TEST, "golden/demo.jsonl").votes("other")).isEmpty();
    }

    private static CaseResult result(int sample, Score score) {
        return new CaseResult(
                TEST,
                "case",
                sample,
                2,
                CaseOutcome.PASSED,
                true,
                List.of(CaseScore.held("politeness", score, Bar.atLeast(0.5))),
                null,
                null,
                new CaseResult.Exchange("in", "out", "out", "hash", null, List.of(), Usage.UNKNOWN, Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }
}
