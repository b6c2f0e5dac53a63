package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetScoreGateTest {

    private static final double ERROR = Double.NaN;

    /** Each case with values of its samples, the same number for each. */
    private static RunSummary sampled(double[]... cases) {
        int samplesPerCase = cases[0].length;
        ResultTable table = new ResultTable(
                cases.length,
                samplesPerCase,
                List.of(new PlannedScore("bleu", Bar.RECORD_ONLY, null, "000000000000", SetScoreGateTest::figures)),
                index -> "case-" + (index + 1),
                index -> "hash");
        for (int place = 0; place < cases.length; place++) {
            for (int sample = 0; sample < samplesPerCase; sample++) {
                table.add(place * samplesPerCase + sample, result(place, sample, samplesPerCase, cases[place][sample]));
            }
        }
        return table.summary(Runs.TEST, "golden/demo.jsonl");
    }

    private static RunSummary run(double... values) {
        return sampled(
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }

    private static CaseResult result(int place, int sample, int samplesPerCase, double value) {
        CaseError error = Double.isNaN(value) ? CaseError.of(CaseError.APPLICATION, "503") : null;
        List<CaseScore> scores =
                error == null ? List.of(CaseScore.held("bleu", Score.of(value), Bar.RECORD_ONLY)) : List.of();
        CaseDecision decision = CaseDecision.of(error, false, true, scores);
        return new CaseResult(
                Runs.TEST,
                "case-" + (place + 1),
                sample + 1,
                samplesPerCase,
                decision.outcome(),
                true,
                scores,
                null,
                decision.error(),
                new CaseResult.Exchange("in", "out", "out", "hash", null, List.of(), Usage.UNKNOWN, Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }

    /** The mean, the highest, whether every id stands for one case, and one that no draw has. */
    private static SetFigures figures(List<SetAggregation.Taken> taken) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(
                "corpus BLEU",
                taken.stream()
                        .mapToDouble(SetAggregation.Taken::value)
                        .average()
                        .orElseThrow());
        figures.put(
                "ids per score",
                (double) taken.stream()
                                .map(score -> score.caseId() + "/" + score.sample())
                                .distinct()
                                .count()
                        / taken.size());
        if (taken.get(0).caseId().startsWith("case-")) {
            figures.put("undrawn", 0.75);
        }
        return new SetFigures("corpus BLEU", figures, List.of());
    }

    private static Verdict decide(String figure, double atLeast, RunSummary run) {
        return new SetScoreGate("bleu", figure, atLeast).decide(run);
    }

    @Test
    void comparesTheMainFigureWithItsBar() {
        RunSummary run = run(0.25, 0.5, 0.75, 1, 0, 0.5);

        Verdict reached = decide("", 0.5, run);
        Verdict missed = decide("", 0.51, run);

        assertThat(reached.line())
                .isEqualTo(
                        "PASS @SetScore(of = \"bleu\", atLeast = 0.5): the corpus BLEU of bleu over 6 cases: 0.5, at least 0.5 (95% interval 0.25 to 0.792, percentile bootstrap, seed 0x3ca5e131)");
        assertThat(missed.line())
                .isEqualTo(
                        "FAIL @SetScore(of = \"bleu\", atLeast = 0.51): the corpus BLEU of bleu over 6 cases: 0.5, below 0.51 (95% interval 0.25 to 0.792, percentile bootstrap, seed 0x3ca5e131)");
        assertThat(reached.tally()).isEqualTo(Tallies.byScore(run, "bleu"));
    }

    @Test
    void describesTheFigureWhereOneIsNamed() {
        assertThat(new SetScoreGate("bleu", "", 0.5).describe().asWritten())
                .isEqualTo("@SetScore(of = \"bleu\", atLeast = 0.5)");
        assertThat(new SetScoreGate("bleu", "brevity", 0.5).describe().asWritten())
                .isEqualTo("@SetScore(of = \"bleu\", figure = \"brevity\", atLeast = 0.5)");
    }

    @Test
    void isAnErrorWhereTheRunHasNoSuchFigure() {
        assertThat(decide("F9", 0.5, run(0.5, 1)).line())
                .isEqualTo(
                        "ERROR @SetScore(of = \"bleu\", figure = \"F9\", atLeast = 0.5): bleu has no figure 'F9' in this run; it has corpus BLEU, ids per score, undrawn");
    }

    @Test
    void aPassMayHangOnErrorsAndAFailDoesNot() {
        assertThat(decide("undrawn", 0.75, run(1, ERROR)).reason())
                .isEqualTo(
                        "the undrawn of bleu over 1 case: 0.75, at least 0.75; 1 error left out. This pass may hang on the 1 error, which might have lowered the figure");
        assertThat(decide("undrawn", 0.75, run(1, ERROR, ERROR)).reason())
                .endsWith(
                        "; 2 errors left out. This pass may hang on the 2 errors, which might have lowered the figure");
        assertThat(decide("undrawn", 0.8, run(1, ERROR)).reason())
                .isEqualTo("the undrawn of bleu over 1 case: 0.75, below 0.8; 1 error left out");
    }

    @Test
    void namesTheLowestValuesAndThenTheErrors() {
        assertThat(decide("", 0.5, run(0.5, ERROR, 0.25, 1)).deciding())
                .extracting(SampleResult::caseId)
                .containsExactly("case-3", "case-1", "case-2");
    }

    @Test
    void hasAnIntervalOnlyOfTwoCasesOrMore() {
        assertThat(decide("", 0.5, run(0.5)).estimate()).isEqualTo(Estimate.of(0.5));
        assertThat(decide("", 0.5, sampled(new double[] {0.25, 0.75})).estimate())
                .isEqualTo(Estimate.of(0.5));
        assertThat(decide("", 0.5, run(0.25, 0.75)).estimate()).satisfies(estimate -> {
            assertThat(estimate.lower()).isEqualTo(0.25);
            assertThat(estimate.upper()).isEqualTo(0.75);
        });
    }

    @Test
    void drawsACaseWithAllOfItsSamplesAndEachDrawStandsForACaseOfItsOwn() {
        RunSummary run = sampled(new double[] {0, 1}, new double[] {0.25, 0.75}, new double[] {0.5, 0.5});

        assertThat(decide("", 0.5, run).estimate()).satisfies(estimate -> {
            assertThat(estimate.lower()).isEqualTo(0.5);
            assertThat(estimate.upper()).isEqualTo(0.5);
        });
        assertThat(decide("ids per score", 1, run).estimate()).satisfies(estimate -> {
            assertThat(estimate.lower()).isEqualTo(1);
            assertThat(estimate.upper()).isEqualTo(1);
        });
    }

    @Test
    void hasNoIntervalWhereMostDrawsLeaveTheFigureUndefined() {
        assertThat(decide("undrawn", 0.5, run(0.25, 0.75)).estimate()).isEqualTo(Estimate.of(0.75));
    }

    @Test
    void hasNoIntervalWhereTheSetIsTooLargeToDrawOftenEnough() {
        double[] values = new double[50_001];
        Arrays.fill(values, 0.5);

        assertThat(decide("", 0.5, run(values)).estimate()).isEqualTo(Estimate.of(0.5));
    }

    @Test
    void answersForItsScoreAlone() {
        Answers answers = new SetScoreGate("bleu", "", 0.5).answersFor();

        assertThat(answers.coverScore("bleu")).isTrue();
        assertThat(answers.coverScore("f1")).isFalse();
    }

    @Test
    void isForScoresThatAddUpOverTheSet() {
        PlannedScore mean = PlannedScore.alone("f1", Bar.atLeast(0.5), "000000000000");
        PlannedScore adding =
                new PlannedScore("bleu", Bar.RECORD_ONLY, null, "000000000000", SetScoreGateTest::figures);

        assertThatThrownBy(() -> new SetScoreGate("f1", "", 0.5).check(List.of(adding, mean)))
                .hasMessage("of = \"f1\" is a score whose mean stands for the set: use @MeanScore");
        assertThatCode(() -> new SetScoreGate("bleu", "", 0.5).check(List.of(mean, adding)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new MeanScoreGate("bleu", 0.5).check(List.of(mean, adding)))
                .hasMessage(
                        "of = \"bleu\" is a score that adds up over the set to other figures than its mean: use @SetScore");
        assertThatCode(() -> new MeanScoreGate("f1", 0.5).check(List.of(adding, mean)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new SetScoreGate("rouge", "", 0.5).check(List.of(mean, adding)))
                .hasMessage("of = \"rouge\" is no score of the method; its scores are f1, bleu");
    }

    @Test
    void isNoMeanOfASlice() {
        RunSummary run = SliceGateTest.german(run(0.5, 1, 0.25, 1), 2, 4);

        assertThat(SliceFigures.of(run)).allMatch(slice -> slice.means().isEmpty());
    }
}
