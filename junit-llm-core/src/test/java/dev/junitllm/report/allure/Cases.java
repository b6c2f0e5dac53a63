package dev.junitllm.report.allure;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.TestId;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoreOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Results as scoring leaves them. */
record Cases(TestId test, int samples) {

    static Cases of(Class<?> testClass, String method) {
        return new Cases(new TestId(testClass.getName(), method), 1);
    }

    CaseResult passed(String id) {
        return result(
                id,
                1,
                CaseOutcome.PASSED,
                true,
                List.of(score("token-f1", 0.8, 0.5)),
                null,
                exchange("30 days", "30 days"));
    }

    CaseResult missed(String id, boolean soft) {
        return result(
                id,
                1,
                CaseOutcome.FAILED,
                soft,
                List.of(score("token-f1", 0.31, 0.5), score("exact-match", 1, 1)),
                null,
                exchange("30 days of leave", "Four weeks of leave"));
    }

    CaseResult error(String id, boolean soft) {
        return result(
                id,
                1,
                CaseOutcome.ERROR,
                soft,
                List.of(),
                CaseError.of("TIMEOUT", "no answer within 30 s"),
                exchange("30 days", null));
    }

    CaseResult judgeError(String id, boolean soft) {
        CaseScore broken =
                CaseScore.error("faithfulness", Bar.atLeast(0.8), CaseError.of("UNREADABLE", "no JSON in the reply"));
        return result(id, 1, CaseOutcome.ERROR, soft, List.of(broken), null, exchange("30 days", "30 days"));
    }

    CaseResult unscored(String id, boolean soft) {
        CaseScore none = new CaseScore("numeric", ScoreOutcome.NOT_APPLICABLE, null, Bar.atLeast(1), "no number", null);
        return result(
                id,
                1,
                CaseOutcome.UNSCORED,
                soft,
                List.of(none),
                CaseError.of("UNSCORED", "no score applies"),
                exchange("30 days", "30 days"));
    }

    CaseResult result(
            String id,
            int sample,
            CaseOutcome outcome,
            boolean soft,
            List<CaseScore> scores,
            CaseError error,
            CaseResult.Exchange exchange) {
        return new CaseResult(
                test,
                id,
                sample,
                samples,
                outcome,
                soft,
                scores,
                null,
                error,
                exchange,
                Duration.ofMillis(1200),
                Duration.ofMillis(30));
    }

    static CaseResult in(TestId test, CaseResult result) {
        return new CaseResult(
                        test,
                        result.caseId(),
                        result.sample(),
                        result.samples(),
                        result.outcome(),
                        result.soft(),
                        result.scores(),
                        result.assertion(),
                        result.error(),
                        result.exchange(),
                        result.body(),
                        result.scoring())
                .with(result.trace());
    }

    static CaseScore score(String name, double value, double bar) {
        return CaseScore.held(name, Score.of(value, "3 of 5 words shared"), Bar.atLeast(bar));
    }

    static CaseResult.Exchange exchange(String expected, String output) {
        return new CaseResult.Exchange(
                "How much leave do I get?",
                expected,
                output,
                "hash",
                "golden/handbook.jsonl, line 3",
                List.of("leave", "numeric"),
                Usage.of(120, 45),
                Map.of("model", "small-1"));
    }
}
