package dev.junitllm.examples.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The gates notice what no ordinary test does: that the assistant has become worse. */
class ClosedGateTest {

    @Test
    void theGatesFailTheForgetfulBot() {
        EvalRun run = EvalRun.of(ForgetfulBotEval.class);

        assertThat(run.verdicts()).containsOnlyKeys("answersFromTheHandbook", "answersWhatPeopleReallyAsk");
        assertThat(run.verdicts().get("answersFromTheHandbook")).startsWith("""
                        ForgetfulBotEval.answersFromTheHandbook: FAIL (golden/handbook.jsonl)
                          FAIL @PassRate(atLeast = 0.7): 24 of 44 cases passed: 0.545, below 0.7 (95% interval 0.388 to 0.696, Clopper–Pearson)
                            cases 44, samples 44, errors 0, smallest detectable drop 0.177, seed 0, method Clopper–Pearson
                            FAILED carry-over-paraphrased: token-f1 0 (below its bar), max-words 1
                        """).contains("""
                            and 10 more
                          FAIL @MeanScore(of = "token-f1", atLeast = 0.5): the mean token-f1 of 44 cases: 0.447, below 0.5 (95% interval 0.315 to 0.58, Student t)
                            cases 44, samples 44, errors 0, smallest detectable drop 0.163, seed 0, method Student t
                            the cases above
                            and 11 more
                          FAIL @FewBlunders(of = "token-f1", below = 0.1, atMost = 0.25): 20 of 44 answers have a token-f1 below 0.1
                            cases 44, samples 44, errors 0, seed 0
                            the cases above
                            and 10 more
                          PASS @ErrorBudget(atMost = 0.0): 0 of 44 cases ended in an error
                            cases 44, samples 44, errors 0, seed 0
                          All cases and verdicts:\s""".indent(2)
                .stripTrailing());
        assertThat(run.verdicts().get("answersWhatPeopleReallyAsk"))
                .startsWith("ForgetfulBotEval.answersWhatPeopleReallyAsk: FAIL (golden/handbook-production.csv)\n"
                        + "  FAIL @PassRate(atLeast = 0.5): 6 of 18 cases passed: 0.333, below 0.5");
    }

    @Test
    void noSingleCaseFailsSinceTheGateAnswersForIt() {
        assertThat(EvalRun.of(ForgetfulBotEval.class).statuses().values())
                .hasSize(44 + 18)
                .containsOnly(Status.SUCCESSFUL, Status.ABORTED)
                .filteredOn(status -> status == Status.SUCCESSFUL)
                .hasSize(24 + 6);
    }

    @Test
    void theSameGatesLetTheGoodBotPass() {
        assertThat(EvalRun.of(HandbookEvalTest.class).verdicts()).isEmpty();
        assertThat(EvalRun.of(HandbookProductionEvalTest.class).verdicts()).isEmpty();
    }
}
