package dev.junitllm.gate;

import static dev.junitllm.gate.BaselineFixture.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.Compared.Level;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.RunSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinePairsTest {

    private static final Compared CASES = new Compared("", false);

    @Test
    void sortsEveryCaseByWhatCanBeSaidOfIt() {
        BaselineFixture baseline = new BaselineFixture()
                .with(1, mark(1, 1)) // case-1 fails
                .changed(1) // case-2
                .with(1, mark(1, 1)) // case-3 ends in an error
                .with(1, mark(0, 1)); // case-4: nothing applies
        RunSummary run = Runs.of("f1")
                .with(1, 0)
                .with(1, 1)
                .errors(1)
                .notApplicable(1)
                .with(1, 1) // case-5 is new
                .end();

        BaselinePairs pairs = pairs(baseline, run);

        assertThat(pairs.pairs()).containsExactly(pair("case-1", 1, 0));
        assertThat(pairs.changed()).containsExactly("case-2");
        assertThat(pairs.errors()).containsOnly(Map.entry("case-3", new Level(1, 1)));
        assertThat(pairs.unscored()).containsExactly("case-4");
        assertThat(pairs.added()).containsExactly("case-5");
        assertThat(pairs.missing()).isEmpty();
        assertThat(pairs.losesCoverage()).isTrue();
    }

    @Test
    void aCaseThatIsGoneIsMissingUnlessOnlySomeWereSelected() {
        RunSummary run = Runs.of("f1").with(1, 1).end();

        BaselinePairs all = pairs(new BaselineFixture().with(3, mark(1, 1)), run);
        BaselinePairs some = pairs(new BaselineFixture().with(3, mark(1, 1)).narrowed(), run);

        assertThat(all.missing()).containsExactly("case-2", "case-3");
        assertThat(all.losesCoverage()).isTrue();
        assertThat(some.missing()).isEmpty();
        assertThat(some.losesCoverage()).isFalse();
    }

    @Test
    void aCaseInQuarantineIsNeitherComparedNorMissing() {
        BaselinePairs pairs = pairs(
                new BaselineFixture().with(2, mark(1, 1)),
                Runs.of("f1").with(1, 1).with(1, 0).endWithQuarantined(1));

        assertThat(pairs.pairs()).containsExactly(pair("case-1", 1, 1));
        assertThat(pairs.missing()).isEmpty();
    }

    @Test
    void aCaseThatWasNeverScoredIsNotLost() {
        BaselinePairs pairs = pairs(
                new BaselineFixture().with(1, BaselineFixture.unscored()),
                Runs.of("f1").notApplicable(1).end());

        assertThat(pairs.unscored()).isEmpty();
        assertThat(pairs.pairs()).isEmpty();
    }

    @Test
    void oneErrorAmongTheSamplesLeavesTheOthersToCompare() {
        BaselinePairs pairs = pairs(
                new BaselineFixture().with(1, mark(2, 2)),
                Runs.sampled(2, "f1").with(1, 1).errors(1).end());

        assertThat(pairs.pairs()).containsExactly(new CasePair("case-1", new Level(1, 2), new Level(1, 1)));
        assertThat(pairs.errors()).isEmpty();
    }

    @Test
    void aCaseOfSeveralSamplesIsNamedOnce() {
        BaselinePairs pairs =
                pairs(new BaselineFixture(), Runs.sampled(3, "f1").with(6, 1).end());

        assertThat(pairs.added()).containsExactly("case-1", "case-2");
    }

    /** Changed, compared, in error, unscored. */
    @ParameterizedTest
    @CsvSource({
        "1, 9, 0, 0, false",
        "1, 8, 0, 0, true",
        "1, 3, 3, 3, false",
        "1, 3, 3, 2, true",
        "1, 3, 2, 3, true",
        "1, 2, 3, 3, true",
        "10, 90, 0, 0, false",
        "11, 90, 0, 0, true",
        "0, 0, 0, 0, false"
    })
    void exactlyATenthOfTheCasesMayHaveOtherContent(
            int changed, int compared, int errors, int unscored, boolean tooMuch) {
        Map<String, Level> inError = new LinkedHashMap<>();
        for (int i = 0; i < errors; i++) {
            inError.put("error-" + i, new Level(1, 1));
        }
        BaselinePairs pairs = new BaselinePairs(
                Collections.nCopies(compared, pair("a", 1, 1)),
                Collections.nCopies(changed, "c"),
                List.of(),
                Collections.nCopies(unscored, "u"),
                inError,
                List.of());

        assertThat(pairs.changedTooMuch()).isEqualTo(tooMuch);
    }

    @Test
    void figuresAreMeansOverThePairs() {
        BaselinePairs pairs = of(List.of(pair("a", 1, 0.5), pair("b", 0.5, 0.75)), Map.of());

        assertThat(pairs.meanBefore()).isEqualTo(0.75);
        assertThat(pairs.meanNow()).isEqualTo(0.625);
        assertThat(pairs.differences()).containsExactly(-0.5, 0.25);
        assertThat(of(List.of(), Map.of()).meanBefore()).isNaN();
        assertThat(of(List.of(), Map.of()).meanNow()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "2, 1, false", "1, 2, false"})
    void everyCaseRanOnceOnlyWhereItDidSoInBoth(int before, int now, boolean once) {
        CasePair other = new CasePair("b", new Level(1, before), new Level(1, now));

        assertThat(of(List.of(pair("a", 1, 1), other), Map.of()).everyCaseOnce())
                .isEqualTo(once);
    }

    @Test
    void atWorstEveryErrorIsAFailure() {
        BaselinePairs worst =
                of(List.of(pair("a", 1, 1)), Map.of("b", new Level(0.5, 2))).withErrorsAsFailures();

        assertThat(worst.pairs())
                .containsExactly(pair("a", 1, 1), new CasePair("b", new Level(0.5, 2), new Level(0, 1)));
        assertThat(worst.errors()).isEmpty();
    }

    private static BaselinePairs pairs(BaselineFixture baseline, RunSummary run) {
        return BaselinePairs.of(
                run, baseline.beside(run).baseline().orElseThrow(), baseline.baseline(), BaselineCase::rolling, CASES);
    }

    private static BaselinePairs of(List<CasePair> pairs, Map<String, Level> errors) {
        return new BaselinePairs(pairs, List.of(), List.of(), List.of(), errors, List.of());
    }

    private static CasePair pair(String id, double before, double now) {
        return new CasePair(id, new Level(before, 1), new Level(now, 1));
    }
}
