package dev.junitllm.gate;

import static dev.junitllm.gate.BaselineFixture.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.BaselineScore;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoRegressionDecisionTest {

    private static final String FILE = "src/test/llm-baselines/demo.EvalTest.answers.json";
    private static final String NO_KNOWN_CHANGE =
            " (set junit.llm.application-version and junit.llm.prompt-version, and it knows more)";
    private static final NoRegressionGate USUAL = gate("", false, null, false, null);

    @Test
    void aWholeVerdictInWords() {
        Verdict verdict =
                USUAL.decide(new BaselineFixture().with(60, mark(1, 1)).beside(passing(56, 4)));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.reason())
                .isEqualTo(
                        "the pass rate over 60 cases is 0.933, and was 1 in the baseline: a drop of 0.067, more than the allowed 0.05, and shown to be a drop (change between -0.14 and -0.021, each at 95 %, Tango; exact McNemar p 0.062). The smallest drop that so many cases show four times out of five is 0.122. Nothing that the baseline knows of has changed since"
                                + NO_KNOWN_CHANGE);
        assertThat(verdict.figures().keySet())
                .containsExactly(
                        "pairs",
                        "then",
                        "now",
                        "change",
                        "lower bound",
                        "upper bound",
                        "allowed drop",
                        "method",
                        "exact McNemar p");
        assertThat(verdict.estimate().value())
                .isEqualTo((double) verdict.figures().get("change"));
        assertThat(verdict.estimate().bounds().lower())
                .isEqualTo((double) verdict.figures().get("lower bound"));
        assertThat(verdict.estimate().bounds().upper())
                .isEqualTo((double) verdict.figures().get("upper bound"));
        assertThat((double) verdict.figures().get("lower bound")).isBetween(-0.1405, -0.1395);
        assertThat((double) verdict.figures().get("upper bound")).isBetween(-0.0215, -0.0205);
        assertThat(verdict.lists())
                .filteredOn(list -> !list.entries().isEmpty())
                .extracting(CaseList::title)
                .containsExactly("newly failing");
    }

    @ParameterizedTest
    @CsvSource({"false, false, FAIL", "true, false, PASS", "false, true, PASS"})
    void aCaseThatIsGoneFailsUnlessThatIsAllowedOrOnlySomeWereSelected(
            boolean allowed, boolean narrowed, VerdictStatus status) {
        BaselineFixture baseline = new BaselineFixture().with(61, mark(1, 1));
        Verdict verdict = gate("", false, null, allowed, null)
                .decide((narrowed ? baseline.narrowed() : baseline).beside(passing(60, 0)));

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.reason().startsWith("1 case of the baseline is gone from the golden set"))
                .isEqualTo(!narrowed);
    }

    @ParameterizedTest
    @CsvSource({"54, 6, PASS", "53, 7, ERROR"})
    void aTenthOfTheCasesMayHaveOtherContent(int same, int changed, VerdictStatus status) {
        Verdict verdict = gate("", false, 0.1, false, null)
                .decide(new BaselineFixture()
                        .with(same, mark(1, 1))
                        .changed(changed)
                        .beside(passing(60, 0)));

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.reason())
                .startsWith(
                        status == VerdictStatus.PASS
                                ? "the pass rate over 54 cases is 1, and was 1 in the baseline: no change"
                                : "7 of 60 cases have other content than in the baseline");
    }

    @Test
    void withNoPairAtAllThereIsNothingToSay() {
        Verdict verdict = gate("", false, null, true, null).decide(new BaselineFixture().beside(passing(3, 0)));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason())
                .isEqualTo(
                        "no case can be compared with the baseline: approve a new one with -Djunit.llm.baseline=approve");
        assertThat(verdict.estimate()).isNull();
        assertThat(verdict.figures()).isEmpty();
    }

    @Test
    void aRunThatIsRecordedIsComparedWithTheApprovedMarkAlone() {
        Verdict verdict = USUAL.decide(
                new BaselineFixture().with(61, mark(0, 1), mark(1, 1)).beside(passing(60, 0), Recording.ROLLING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason())
                .startsWith("the pass rate over 60 cases is 1, and was 1 in the approved baseline: no change")
                .endsWith(". This run is to be recorded as the baseline, in " + FILE
                        + ", and was compared with the approved one only");
        assertThat(verdict.figures().keySet()).allMatch(name -> name.startsWith("anchor: "));
    }

    @Test
    void aRunThatIsRecordedMayHaveOtherContentThroughout() {
        Verdict verdict = USUAL.decide(new BaselineFixture().changed(3).beside(passing(3, 0), Recording.ROLLING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(verdict.reason())
                .startsWith(
                        "too few cases have the content they have in the approved baseline to be compared with it. This run is");
    }

    @Test
    void aRunThatIsApprovedIsNotCompared() {
        Verdict verdict =
                USUAL.decide(new BaselineFixture().with(60, mark(1, 1)).beside(passing(0, 60), Recording.BOTH));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(verdict.reason())
                .isEqualTo("nothing was compared: this run is to be approved as the baseline, in " + FILE);
    }

    @Test
    void marksThatAreTheSameAreComparedOnce() {
        Verdict verdict =
                USUAL.decide(new BaselineFixture().with(60, mark(1, 1)).beside(passing(60, 0)));

        assertThat(verdict.figures().keySet()).noneMatch(name -> name.startsWith("anchor: "));
        assertThat(verdict.reason()).doesNotContain("the approved baseline");
    }

    @ParameterizedTest
    @CsvSource({"60, 1, false", "60, 4, true"})
    void aPassThatErrorsWouldUndoSaysSo(int passed, int errors, boolean hangs) {
        RunSummary run = Runs.of("f1").with(passed, 1).errors(errors).end();
        Verdict verdict = USUAL.decide(new BaselineFixture()
                .with(passed, mark(1, 1))
                .with(errors, mark(hangs ? 1 : 0, 1))
                .beside(run));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason().contains("This pass hangs on the " + errors + " error"))
                .isEqualTo(hangs);
    }

    @ParameterizedTest
    @CsvSource({"WARN, true", "FAIL, false"})
    void whatCouldNotBeShownOnlyWarnsUnlessItIsToFail(Inconclusive inconclusive, boolean warns) {
        Verdict verdict = new NoRegressionGate("", false, null, 0.95, inconclusive, false, null, false)
                .decide(new BaselineFixture().with(40, mark(1, 1)).beside(passing(40, 0)));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(verdict.failsTheBuild()).isEqualTo(!warns);
    }

    @Test
    void theNamedScoresRateIsComparedWhereItHasABar() {
        Verdict verdict = gate("f1", false, null, false, null)
                .decide(new BaselineFixture()
                        .with(60, mark(1, 1, 0.9, null))
                        .beside(Runs.of("f1").with(60, 0.6).end()));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason()).startsWith("the pass rate of f1 over 60 cases is 1, and was 1 in the baseline");
        assertThat(verdict.figures()).containsEntry("allowed drop", 0.05).containsEntry("method", "Tango");
    }

    @Test
    void itsMeanIsComparedWhereThatIsAsked() {
        Verdict verdict = gate("f1", true, null, false, null)
                .decide(new BaselineFixture()
                        .with(60, mark(1, 1, 0.9, null))
                        .beside(Runs.of("f1").with(60, 0.6).end()));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.reason())
                .startsWith(
                        "the mean of f1 over 60 cases is 0.6, and was 0.9 in the baseline: a drop of 0.3, more than the allowed 0.03");
        assertThat(verdict.figures()).containsEntry("allowed drop", 0.03);
        assertThat(verdict.lists())
                .filteredOn(list -> !list.entries().isEmpty())
                .extracting(CaseList::title)
                .containsExactly("lower f1");
    }

    @Test
    void ofSeveralSamplesTheDifferencesOfTheCasesAreCompared() {
        RunSummary run = Runs.sampled(2, "f1").with(120, 1).end();
        Verdict verdict =
                USUAL.decide(new BaselineFixture().with(60, mark(1, 2)).beside(run));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.figures()).containsEntry("change", 0.5);
        assertThat(verdict.figures().get("method")).isNotEqualTo("Tango");
    }

    /** A pass rate's bounds are capped, a mean's are not; below ten cases both bet. */
    @ParameterizedTest
    @CsvSource({"'', false, 'betting on 20 stakes, capped'", "f1, true, betting on 20 stakes"})
    void fewCasesOfSeveralSamplesAreBoundedForAnySize(String of, boolean mean, String method) {
        RunSummary run = Runs.sampled(2, "f1").with(3, 1).with(1, 0).end();
        Verdict verdict = gate(of, mean, null, false, null)
                .decide(new BaselineFixture().with(2, mark(2, 2)).beside(run));

        assertThat(verdict.figures()).containsEntry("method", method).containsEntry("change", -0.25);
    }

    /** One case says nothing of others, but its own drop is seen. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.9, INCONCLUSIVE", "0.75, 0.5, INCONCLUSIVE", "0.75, 0.49, FAIL"})
    void oneCaseAloneFailsByADropOfMoreThanIsAllowed(double then, double now, VerdictStatus status) {
        Verdict verdict = gate("f1", true, 0.25, false, null)
                .decide(new BaselineFixture()
                        .with(1, mark(1, 1, then, null))
                        .beside(Runs.of("f1").with(1, now).end()));

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.figures())
                .containsEntry("method", "one case")
                .containsEntry("lower bound", -1.0)
                .containsEntry("upper bound", 1.0);
        assertThat(verdict.reason()).contains("So few cases could not have shown any drop");
    }

    @Test
    void aScoreThatIsMadeInAnotherWayIsNotCompared() {
        Verdict verdict = USUAL.decide(new BaselineFixture()
                .with(60, mark(1, 1))
                .scores(Map.of("f1", new BaselineScore(Bar.atLeast(0.5), "another")))
                .beside(passing(60, 0)));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason())
                .isEqualTo(
                        "score f1 is made in another way (its metric, judge or criterion has changed) since " + FILE
                                + " was recorded, so nothing can be compared: approve a new baseline with -Djunit.llm.baseline=approve");
    }

    @Test
    void freshSamplesAreTakenOfTheWorstCaseFirst() {
        RunSummary run = Runs.of("f1").with(98, 1).with(1, 0.4).with(1, 0.1).end();
        NoRegressionGate gate = gate("f1", true, 0.1, false, 0.5);

        assertThat(gate.nextFreshSample(ones(100).beside(run))).contains("case-100");
        assertThat(gate.severeDrops(run, ones(100).beside(run).baseline().orElseThrow()))
                .extracting(drop -> drop.pair().id())
                .containsExactly("case-100", "case-99");
    }

    @Test
    void noFreshSampleIsTakenWhereTheGateFailsAnywayOrAsksForNone() {
        RunSummary failing = ones(10).beside(Runs.of("f1").with(10, 0).end());
        RunSummary passing =
                ones(100).beside(Runs.of("f1").with(99, 1).with(1, 0).end());

        assertThat(gate("f1", true, 0.1, false, 0.5).nextFreshSample(failing)).isEmpty();
        assertThat(gate("f1", true, 0.1, false, null).nextFreshSample(passing)).isEmpty();
        assertThat(gate("f1", true, 0.1, false, 0.5).nextFreshSample(passing)).contains("case-100");
    }

    @Test
    void aDropThatFiveFreshSamplesConfirmFailsByItself() {
        NoRegressionGate gate = gate("", false, 0.1, false, 0.5);
        RunSummary run = first(99);
        RunSummary four = ones(100).fresh(fresh(4, 0)).beside(run);
        RunSummary five = ones(100).fresh(fresh(5, 0)).beside(run);

        assertThat(gate.nextFreshSample(four)).contains("case-1");
        assertThat(gate.decide(four).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(gate.nextFreshSample(five)).isEqualTo(Optional.empty());
        assertThat(gate.decide(five).status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(gate.decide(five).reason())
                .startsWith(
                        "case case-1 has dropped by 1, and each of 5 fresh samples confirms it. the pass rate over 100 cases is 0.99");
        assertThat(gate.decide(five).lists().get(0))
                .isEqualTo(new CaseList(
                        "severe drops", List.of(CaseList.Entry.of("case-1", "confirmed by each of 5 fresh samples"))));
    }

    @Test
    void aDropThatAFreshSampleRefutesIsNotSampledAgain() {
        NoRegressionGate gate = gate("", false, 0.1, false, 0.5);
        RunSummary refuted = ones(100).fresh(fresh(1, 1)).beside(first(99));

        assertThat(gate.nextFreshSample(refuted)).isEmpty();
        assertThat(gate.decide(refuted).status()).isEqualTo(VerdictStatus.PASS);
    }

    @Test
    void aRunThatIsRecordedHasNoSevereDrops() {
        RunSummary run = first(99);

        assertThat(gate("", false, 0.1, false, 0.5)
                        .severeDrops(
                                run,
                                ones(100)
                                        .beside(run, Recording.ROLLING)
                                        .baseline()
                                        .orElseThrow()))
                .isEmpty();
    }

    /** The first case fails, so many others pass. */
    private static RunSummary first(int others) {
        return Runs.of("f1").with(1, 0).with(others, 1).end();
    }

    /** So many fresh samples of case-1. */
    private static RunSummary fresh(int count, double value) {
        return Runs.sampled(count, "f1").with(count, value).end();
    }

    private static BaselineFixture ones(int cases) {
        return new BaselineFixture().with(cases, mark(1, 1));
    }

    private static RunSummary passing(int passed, int failed) {
        return Runs.of("f1").with(passed, 1).with(failed, 0).end();
    }

    private static NoRegressionGate gate(
            String of, boolean mean, Double maxDrop, boolean allowMissing, Double severeDrop) {
        return new NoRegressionGate(of, mean, maxDrop, 0.95, Inconclusive.WARN, allowMissing, severeDrop, false);
    }
}
