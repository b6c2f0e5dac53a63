package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanScoreTest {

    @Test
    void comparesTheExactMean() {
        // 0.1 + 0.2 + 0.3 summed in binary floating point is more than 0.6
        RunSummary run = Runs.of("f1").with(1, 0.1).with(1, 0.2).with(1, 0.3).end();

        assertThat(new MeanScoreGate("f1", 0.2).decide(run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(new MeanScoreGate("f1", 0.2000000000000001).decide(run).status())
                .isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void saysWhatItMeasuredAndHowSureThatIs() {
        RunSummary run = Runs.of("f1").with(5, 0.4).with(5, 0.8).end();

        assertThat(new MeanScoreGate("f1", 0.7).decide(run).line())
                .isEqualTo(
                        "FAIL @MeanScore(of = \"f1\", atLeast = 0.7): the mean f1 of 10 cases: 0.6, below 0.7 (95% interval 0.449 to 0.751, Student t)");
    }

    @Test
    void worksOnScoresThatAreOnlyRecorded() {
        RunSummary run = Runs.of("f1").recorded(10, 0.7).end();

        assertThat(Gates.of(List.of(new MeanScoreGate("f1", 0.7))).decide(run))
                .extracting(Verdict::status)
                .containsExactly(VerdictStatus.PASS);
    }

    @Test
    void aCaseWithoutTheScoreIsAnErrorAndNotZero() {
        RunSummary run = Runs.of("f1").with(99, 0.8).errors(1).end();

        Verdict verdict = new MeanScoreGate("f1", 0.8).decide(run);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.estimate().value()).isEqualTo(0.8);
        assertThat(verdict.tally().errors()).isEqualTo(1);
        assertThat(verdict.reason())
                .endsWith(
                        "; 1 error left out. This pass hangs on the 1 error: counted as failures, it would be 0.792, below 0.8");
    }

    @Test
    void aCaseWhoseBodyFailedBeforeItAnsweredDoesNotImproveTheMean() {
        RunSummary run = Runs.of("f1").with(39, 0.9).assertionsFailed(1).end();

        assertThat(Gates.of(List.of(new MeanScoreGate("f1", 0.5)))
                        .decide(run)
                        .get(0)
                        .status())
                .isEqualTo(VerdictStatus.ERROR);
    }

    @Test
    void namesTheLowestFirst() {
        RunSummary run = Runs.of("f1").with(1, 0.4).with(1, 1).with(1, 0.1).end();

        assertThat(new MeanScoreGate("f1", 0.9).decide(run).deciding())
                .extracting(SampleResult::caseId)
                .containsExactly("case-3", "case-1");
    }
}
