package dev.junitllm.gate;

import static dev.junitllm.gate.BaselineFixture.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.Compared.Level;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.CaseList.Entry;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.VerdictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoRegressionListsTest {

    private static final Compared CASES = new Compared("", false);
    private static final Compared MEAN = new Compared("f1", true);

    @Test
    void casesThatRanOnceAreNamedWithTheirAnswersAndNoRemark() {
        BaselineFixture baseline = new BaselineFixture()
                .with(1, mark(1, 1, 1, "then")) // case-1
                .with(1, mark(1, 1)) // case-2 recorded no answer
                .answers("case-1", "now")
                .answers("case-2", "only now");

        List<CaseList> lists = lists(baseline, CASES, pair("case-1", 1, 0), pair("case-2", 1, 0), pair("gone", 1, 0))
                .all(List.of());

        assertThat(lists.get(1))
                .isEqualTo(new CaseList(
                        "newly failing",
                        List.of(
                                new Entry("case-1", "", "then", "now"),
                                new Entry("case-2", "", null, "only now"),
                                Entry.of("gone", ""))));
    }

    @Test
    void casesOfSeveralSamplesAreListedByHowTheyChangedTheWorstFirst() {
        List<CaseList> lists = lists(
                        new BaselineFixture(),
                        CASES,
                        pair("half", 1, 0.5),
                        pair("failing", 1, 0),
                        pair("less", 1, 0.75),
                        pair("least", 0.5, 0),
                        pair("same", 0.5, 0.5),
                        pair("passing", 0, 1),
                        pair("more", 0.75, 1),
                        pair("most", 0, 0.5))
                .all(List.of());

        assertThat(lists)
                .containsExactly(
                        list("severe drops"),
                        list("newly failing", "failing: 0 of 4, was 4 of 4", "half: 2 of 4, was 4 of 4"),
                        list("passing less often", "least: 0 of 4, was 2 of 4", "less: 3 of 4, was 4 of 4"),
                        list("newly passing", "passing: 4 of 4, was 0 of 4"),
                        list("passing more often", "more: 4 of 4, was 3 of 4", "most: 2 of 4, was 0 of 4"),
                        list("gone from the golden set"),
                        list("no longer scored"),
                        list("ended in an error"),
                        list("other content, so not compared"),
                        list("new"));
    }

    @Test
    void samplesAreCountedWhereOnlyOneOfTheTwoHasSeveral() {
        CasePair fewer = new CasePair("fewer", new Level(1, 2), new Level(0, 1));
        CasePair further = new CasePair("further", new Level(1, 1), new Level(0, 2));

        assertThat(lists(new BaselineFixture(), CASES, fewer, further)
                        .all(List.of())
                        .get(1))
                .isEqualTo(list("newly failing", "fewer: 0 of 1, was 2 of 2", "further: 0 of 2, was 1 of 1"));
    }

    @Test
    void meansAreListedByTheirScore() {
        List<CaseList> lists = lists(
                        new BaselineFixture(),
                        MEAN,
                        pair("a", 0.75, 0.7),
                        pair("b", 1, 0.25),
                        pair("c", 0.5, 0.5),
                        pair("d", 0.5, 0.50001))
                .all(List.of());

        assertThat(lists.subList(0, 4))
                .containsExactly(
                        list("severe drops"),
                        list("lower f1", "b: 0.25, was 1", "a: 0.7, was 0.75"),
                        list("higher f1", "d: 0.50001, was 0.5"),
                        list("gone from the golden set"));
    }

    @Test
    void casesThatAreNotComparedAreNamedByWhy() {
        BaselinePairs pairs = new BaselinePairs(
                List.of(),
                List.of("changed"),
                List.of("gone"),
                List.of("unscored"),
                Map.of("error", new Level(1, 1)),
                List.of("added"));

        List<CaseList> lists = lists(new BaselineFixture(), CASES, pairs).all(List.of());

        assertThat(lists.subList(5, 10))
                .containsExactly(
                        list("gone from the golden set", "gone: "),
                        list("no longer scored", "unscored: "),
                        list("ended in an error", "error: "),
                        list("other content, so not compared", "changed: "),
                        list("new", "added: "));
    }

    @Test
    void severeDropsSayWhatFreshSamplesShow() {
        List<SevereDrop> severe = List.of(
                new SevereDrop(new CasePair("once", new Level(1, 1), new Level(0, 1)), List.of(), 0.5),
                new SevereDrop(pair("often", 1, 0), List.of(Optional.of(new Level(1, 1))), 0.5));

        assertThat(lists(new BaselineFixture(), CASES).all(severe).get(0))
                .isEqualTo(list(
                        "severe drops",
                        "once: not sampled again",
                        "often: 0 of 4, was 4 of 4, not confirmed: fresh sample 1 is better"));
    }

    @Test
    void aLongAnswerIsCutAndItsLengthTold() {
        BaselineFixture baseline =
                new BaselineFixture().with(1, mark(1, 1, 1, "a".repeat(2049))).answers("case-1", "b".repeat(2048));

        Entry entry = lists(baseline, CASES, pair("case-1", 1, 0))
                .all(List.of())
                .get(1)
                .entries()
                .get(0);

        assertThat(entry.before()).isEqualTo("a".repeat(2048) + "… (2049 bytes)");
        assertThat(entry.after()).isEqualTo("b".repeat(2048));
    }

    @Test
    void noMoreThanFiftyAnswersAreShown() {
        BaselineFixture baseline = new BaselineFixture().with(51, mark(1, 1, 1, "then"));
        List<CasePair> failing = new ArrayList<>();
        for (int i = 1; i <= 51; i++) {
            failing.add(pair("case-" + i, 1, 0));
            baseline.answers("case-" + i, "now");
        }

        List<Entry> entries = lists(baseline, CASES, failing.toArray(CasePair[]::new))
                .all(List.of())
                .get(1)
                .entries();

        assertThat(entries).hasSize(51);
        assertThat(entries.get(49).before()).isEqualTo("then");
        assertThat(entries.get(49).after()).isEqualTo("now");
        assertThat(entries.get(50).before()).isNull();
        assertThat(entries.get(50).after()).isNull();
    }

    private static NoRegressionLists lists(BaselineFixture baseline, Compared compared, CasePair... pairs) {
        return lists(
                baseline,
                compared,
                new BaselinePairs(List.of(pairs), List.of(), List.of(), List.of(), Map.of(), List.of()));
    }

    private static NoRegressionLists lists(BaselineFixture baseline, Compared compared, BaselinePairs pairs) {
        RunBaseline beside =
                baseline.beside(Runs.of("f1").with(60, 0).end()).baseline().orElseThrow();
        MarkComparison comparison = new MarkComparison(
                MarkComparison.ROLLING,
                BaselineFixture.UNKNOWN,
                BaselineCase::rolling,
                pairs,
                new NoRegressionRule(0.05, 0.95, false, false, compared.mean()),
                null,
                VerdictStatus.PASS);
        return new NoRegressionLists(beside, comparison, compared);
    }

    /** Each entry as {@code id: remark}. */
    private static CaseList list(String title, String... entries) {
        List<Entry> cases = new ArrayList<>();
        for (String entry : entries) {
            int colon = entry.indexOf(": ");
            cases.add(Entry.of(entry.substring(0, colon), entry.substring(colon + 2)));
        }
        return new CaseList(title, cases);
    }

    private static CasePair pair(String id, double before, double now) {
        int samples = id.startsWith("case") || id.equals("gone") ? 1 : 4;
        return new CasePair(id, new Level(before, samples), new Level(now, samples));
    }
}
