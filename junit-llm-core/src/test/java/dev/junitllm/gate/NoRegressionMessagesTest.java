package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.Compared.Level;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.stats.DetectableDrop;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.NonInferiority;
import dev.junitllm.stats.PValue;
import dev.junitllm.stats.PValue.Alternative;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoRegressionMessagesTest {

    private static final String FILE = "src/test/llm-baselines/demo.EvalTest.answers.json";

    @Test
    void saysHowToRecordABaselineAndThatOnCiItMustBeThere() {
        assertThat(NoRegressionMessages.noBaseline(BaselineFixture.FILE, false))
                .isEqualTo(
                        "there is no baseline to compare with: record one with -Djunit.llm.baseline=update, and commit "
                                + FILE);
        assertThat(NoRegressionMessages.noBaseline(BaselineFixture.FILE, true))
                .endsWith(FILE + " (CI is set, where a missing baseline is an error)");
    }

    @Test
    void saysWhereARunIsRecorded() {
        assertThat(NoRegressionMessages.recordedFirst(BaselineFixture.FILE))
                .isEqualTo(
                        "there was no baseline to compare with: this run is to be recorded as the first, in " + FILE);
        assertThat(NoRegressionMessages.recordedAnew(BaselineFixture.FILE))
                .isEqualTo("nothing was compared: this run is to be approved as the baseline, in " + FILE);
        assertThat(NoRegressionMessages.isBeingUpdated(BaselineFixture.FILE))
                .isEqualTo("This run is to be recorded as the baseline, in " + FILE
                        + ", and was compared with the approved one only");
    }

    @Test
    void saysWhyNothingCanBeCompared() {
        assertThat(NoRegressionMessages.incomparable("the bar has moved", BaselineFixture.FILE))
                .isEqualTo(
                        "the bar has moved since " + FILE
                                + " was recorded, so nothing can be compared: approve a new baseline with -Djunit.llm.baseline=approve");
        assertThat(NoRegressionMessages.scoreIsNewOrGone("f1", true)).isEqualTo("score f1 has come to the method");
        assertThat(NoRegressionMessages.scoreIsNewOrGone("f1", false)).isEqualTo("score f1 has gone from the method");
        assertThat(NoRegressionMessages.scoreIsMadeDifferently("f1"))
                .isEqualTo("score f1 is made in another way (its metric, judge or criterion has changed)");
        assertThat(NoRegressionMessages.otherBar("f1", Bar.RECORD_ONLY, Bar.atLeast(0.5)))
                .isEqualTo("the bar of score f1 has changed from none to 0.5");
        assertThat(NoRegressionMessages.noPairs("the baseline"))
                .isEqualTo(
                        "no case can be compared with the baseline: approve a new one with -Djunit.llm.baseline=approve");
        assertThat(NoRegressionMessages.tooFewToCompare("the baseline"))
                .isEqualTo("too few cases have the content they have in the baseline to be compared with it");
    }

    @Test
    void countsTheCasesWithOtherContentAmongAllThatBothHave() {
        BaselinePairs pairs = pairs(List.of(pair("a", 1, 1)), List.of("b", "c"), List.of(), List.of(), 0);

        assertThat(NoRegressionMessages.changedTooMuch("the baseline", pairs))
                .isEqualTo(
                        "2 of 3 cases have other content than in the baseline, more than a tenth, so it is no baseline of this golden set any more: record a new one with -Djunit.llm.baseline=update");
    }

    /** Change, lower and upper bound, whether the drop observed is too large: each way to judge them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | -0.04 | 0.04  | false | no change, within the allowed drop of 0.05 (change between -0.04 and 0.04",
                "0.02  | -0.04 | 0.04  | false | a rise of 0.02, within the allowed drop of 0.05 (change between -0.04 and 0.04",
                "-0.02 | -0.04 | 0     | false | a drop of 0.02, within the allowed drop of 0.05 (change between -0.04 and 0",
                "-0.02 | -0.04 | -0.01 | false | a drop of 0.02, worse, within the allowed drop of 0.05 (change between -0.04 and -0.01",
                "-0.02 | -0.05 | 0.01  | false | a drop of 0.02, not shown to be within the allowed drop of 0.05 (change between -0.05 and 0.01",
                "-0.02 | -0.05001 | 0.01 | false | a drop of 0.02, not shown to be within the allowed drop of 0.05 (change between -0.05001 and 0.01",
                "-0.02 | -0.06 | -0.01 | false | a drop of 0.02, shown to be a drop, perhaps of more than the allowed 0.05 (change between -0.06 and -0.01",
                "-0.07 | -0.09 | 0.01  | true  | a drop of 0.07, more than the allowed 0.05 (change between -0.09 and 0.01",
                "-0.07 | -0.09 | -0.01 | true  | a drop of 0.07, more than the allowed 0.05, and shown to be a drop (change between -0.09 and -0.01"
            })
    void judgesAChangeByItsBounds(double change, double lower, double upper, boolean beyond, String words) {
        assertThat(NoRegressionMessages.compared(
                        comparison(false), change(change, lower, upper, beyond), new Compared("", false)))
                .isEqualTo("the pass rate over 2 cases is 0.5, and was 1 in the baseline: " + words
                        + ", each at 95 %, Tango; exact McNemar p 0.125)");
    }

    @Test
    void anAllowedDropIsToldFromTheObservedOne() {
        MarkComparison comparison = comparison(new NoRegressionRule(0.04999, 0.95, false, false, false));

        assertThat(NoRegressionMessages.compared(comparison, change(-0.05, -0.09, 0.01, true), new Compared("", false)))
                .contains(": a drop of 0.05, more than the allowed 0.04999 (change");
    }

    @Test
    void namesTheScoreThatIsCompared() {
        PairedChange change = change(0, -0.04, 0.04, false);

        assertThat(NoRegressionMessages.compared(comparison(true), change, new Compared("f1", true)))
                .startsWith("the mean of f1 over 2 cases is 0.5, and was 1 in the baseline: no change");
        assertThat(NoRegressionMessages.compared(comparison(false), change, new Compared("f1", false)))
                .startsWith("the pass rate of f1 over 2 cases is 0.5");
    }

    @Test
    void showsAsManyDecimalsAsTellTwoValuesApart() {
        assertThat(NoRegressionMessages.beside(0.50001, 0.5)).isEqualTo("0.50001");
        assertThat(NoRegressionMessages.beside(0.50001, 0.50001)).isEqualTo("0.5");
        assertThat(NoRegressionMessages.beside(0.123456, 0.2)).isEqualTo("0.123");
    }

    @Test
    void saysWhatFreshSamplesShow() {
        CasePair pair = pair("a", 1, 0.25);
        Optional<Level> same = Optional.of(new Level(0.25, 1));
        SevereDrop confirmed = new SevereDrop(pair, List.of(same, same, same, same, same), 0.5);

        assertThat(NoRegressionMessages.confirmed(confirmed))
                .isEqualTo("case a has dropped by 0.75, and each of 5 fresh samples confirms it");
        assertThat(NoRegressionMessages.state(confirmed)).isEqualTo("confirmed by each of 5 fresh samples");
        assertThat(NoRegressionMessages.state(new SevereDrop(pair, List.of(same, Optional.of(new Level(1, 1))), 0.5)))
                .isEqualTo("not confirmed: fresh sample 2 is better");
        assertThat(NoRegressionMessages.state(new SevereDrop(pair, List.of(Optional.empty()), 0.5)))
                .isEqualTo("not confirmed: fresh sample 1 ended in an error");
        assertThat(NoRegressionMessages.state(new SevereDrop(pair, List.of(), 0.5)))
                .isEqualTo("not sampled again");
        assertThat(NoRegressionMessages.state(new SevereDrop(pair, List.of(same, same), 0.5)))
                .isEqualTo("not confirmed: only 2 fresh samples");
    }

    @Test
    void saysWhatSoManyCasesCanShow() {
        assertThat(NoRegressionMessages.detectable(null)).isEqualTo("So few cases could not have shown any drop");
        assertThat(NoRegressionMessages.detectable(new DetectableDrop("paired rates", 0.125, 60, 0.95, 0.8)))
                .isEqualTo("The smallest drop that so many cases show four times out of five is 0.125");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | 1 case of the baseline is gone from the golden set",
                "2 | 0 | 2 cases of the baseline are gone from the golden set",
                "0 | 1 | 1 case is no longer scored",
                "0 | 2 | 2 cases are no longer scored",
                "2 | 1 | 2 cases of the baseline are gone from the golden set and 1 case is no longer scored"
            })
    void countsTheCasesThatAreLost(int missing, int unscored, String lost) {
        BaselinePairs pairs = pairs(
                List.of(),
                List.of(),
                java.util.Collections.nCopies(missing, "m"),
                java.util.Collections.nCopies(unscored, "u"),
                0);

        assertThat(NoRegressionMessages.coverage(pairs, rule(false, false)))
                .isEqualTo(
                        lost
                                + ": where that is meant, record a new baseline with -Djunit.llm.baseline=update, or set allowMissing = true");
        assertThat(NoRegressionMessages.coverage(pairs, rule(true, false))).isEqualTo(lost + ", as is allowed");
    }

    @Test
    void countsTheErrorsAPassHangsOn() {
        assertThat(NoRegressionMessages.hangsOnErrors(pairs(List.of(), List.of(), List.of(), List.of(), 1)))
                .isEqualTo("This pass hangs on the 1 error: counted as failures, they would be too large a drop");
        assertThat(NoRegressionMessages.hangsOnErrors(pairs(List.of(), List.of(), List.of(), List.of(), 2)))
                .startsWith("This pass hangs on the 2 errors: ");
    }

    @ParameterizedTest
    @CsvSource({"'', '', true", "1.0, '', false", "'', p1, false", "1.0, p1, false"})
    void askForVersionsWhereNoneIsKnown(String application, String prompt, boolean asked) {
        BaselineOrigin origin = new BaselineOrigin("", application, prompt, "", "");

        assertThat(NoRegressionMessages.sinceThen("the baseline", origin, origin))
                .isEqualTo("Nothing that the baseline knows of has changed since"
                        + (asked
                                ? " (set junit.llm.application-version and junit.llm.prompt-version, and it knows more)"
                                : ""));
    }

    @Test
    void listsWhatHasChangedWithHashesCut() {
        BaselineOrigin then = new BaselineOrigin("0123456789abcdef", "1.0-SNAPSHOT-long", "", "m", "0123456789ab");
        BaselineOrigin now =
                new BaselineOrigin("fedcba9876543210", "2.0-SNAPSHOT-long", "p2", "m", "aaaabbbbccccdddd+");

        assertThat(NoRegressionMessages.sinceThen("the baseline", then, now))
                .isEqualTo(
                        "Changed since the baseline: application 1.0-SNAPSHOT-long → 2.0-SNAPSHOT-long, prompt (unknown) → p2, goldenSet 0123456789ab → fedcba987654, commit 0123456789ab → aaaabbbbcccc+");
    }

    @Test
    void aHashOfTwelveCharactersIsWhole() {
        BaselineOrigin then = new BaselineOrigin("", "", "", "", "0123456789a+");

        assertThat(NoRegressionMessages.sinceThen("the baseline", then, BaselineFixture.UNKNOWN))
                .isEqualTo("Changed since the baseline: commit 0123456789a+ → (unknown)");
    }

    private static MarkComparison comparison(boolean ofMeans) {
        return comparison(rule(false, ofMeans));
    }

    private static MarkComparison comparison(NoRegressionRule rule) {
        return new MarkComparison(
                MarkComparison.ROLLING,
                BaselineFixture.UNKNOWN,
                one -> one.rolling(),
                pairs(List.of(pair("a", 1, 0), pair("b", 1, 1)), List.of(), List.of(), List.of(), 0),
                rule,
                null,
                VerdictStatus.PASS);
    }

    private static NoRegressionRule rule(boolean allowMissing, boolean ofMeans) {
        return new NoRegressionRule(0.05, 0.95, allowMissing, false, ofMeans);
    }

    private static PairedChange change(double change, double lower, double upper, boolean beyond) {
        return new PairedChange(
                new NonInferiority(
                        new Interval("Tango", change, lower, upper, 2, 0.95, false),
                        0.05,
                        new PValue("score", Alternative.GREATER, 0.5, 2),
                        beyond),
                new Interval("Tango", change, lower, upper, 2, 0.95, true),
                null,
                new PValue("exact McNemar", Alternative.LESS, 0.125, 2));
    }

    private static BaselinePairs pairs(
            List<CasePair> pairs, List<String> changed, List<String> missing, List<String> unscored, int errors) {
        Map<String, Level> inError = new LinkedHashMap<>();
        for (int i = 0; i < errors; i++) {
            inError.put("error-" + i, new Level(1, 1));
        }
        return new BaselinePairs(pairs, changed, missing, unscored, inError, List.of());
    }

    private static CasePair pair(String id, double before, double now) {
        return new CasePair(id, new Level(before, 1), new Level(now, 1));
    }
}
