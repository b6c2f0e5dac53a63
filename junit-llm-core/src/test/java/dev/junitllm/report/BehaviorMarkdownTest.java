package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.gate.BehaviorFixture;
import dev.junitllm.run.RunSummary;
import org.junit.jupiter.api.Test;

class BehaviorMarkdownTest {

    private static final Trace SEARCH =
            TestTrace.of(9).tool("search", 0, 1, "{}").trace();
    private static final Trace HOSTILE =
            TestTrace.of(9).tool("<b>|x", 0, 1, "{}").trace();

    @Test
    void tellsWhatHasChangedInATableAndByCase() {
        assertThat(page(BehaviorFixture.of().with(2, SEARCH, HOSTILE).beside())).isEqualTo("""

                ### Steps, beside the baseline

                (tool 'search' no longer called in 2 of 2 cases)<br>(tool '<b>|x' newly called in 2 of 2 cases)

                | over 2 cases | then | now | |
                |---|---|---|---|
                | (TOOL steps a case) | 1 | 1 | () |
                | (ms of one TOOL step, median) | 1 | 1 | (gates nothing: time is noise) |

                - (other tools) (2): (case-1) ((<b>|x, was search)), (case-2) ((<b>|x, was search))
                """);
        assertThat(BehaviorMessages.remark(
                        BehaviorFixture.of().with(2, SEARCH, HOSTILE).beside()))
                .isEqualTo(
                        "since the baseline: tool 'search' no longer called in 2 of 2 cases; tool '<b>|x' newly called in 2 of 2 cases");
    }

    @Test
    void saysSoWhereNothingHasChangedAndLeavesItToThePage() {
        RunSummary same = BehaviorFixture.of().with(2, SEARCH, SEARCH).beside();

        assertThat(page(same)).contains("Nothing has changed.").contains("| over 2 cases |");
        assertThat(BehaviorMessages.remark(same)).isEmpty();
    }

    @Test
    void saysThatABaselineHasNoSteps() {
        RunSummary old = BehaviorFixture.of().with(2, Trace.NONE, SEARCH).beside();

        assertThat(page(old)).isEqualTo("\n(" + BehaviorMessages.WITHOUT_STEPS + ")\n");
        assertThat(BehaviorMessages.remark(old)).isEmpty();
    }

    @Test
    void saysNothingOfARunThatWasNotTracedOrIsComparedWithNothing() {
        assertThat(page(BehaviorFixture.of().with(2, SEARCH, Trace.NONE).beside()))
                .isEmpty();
        assertThat(page(BehaviorFixture.of().with(2, SEARCH, SEARCH).withoutBaseline()))
                .isEmpty();
        assertThat(page(BehaviorFixture.of().with(2, SEARCH, SEARCH).changed(2).beside()))
                .isEmpty();
    }

    @Test
    void manyCasesAreCut() {
        assertThat(page(BehaviorFixture.of().with(25, SEARCH, HOSTILE).beside()))
                .contains("(other tools) (25): ")
                .contains("(case-20) ((<b>|x, was search)) and more\n")
                .doesNotContain("(case-21)");
    }

    private static String page(RunSummary run) {
        StringBuilder page = new StringBuilder();
        new BehaviorMarkdown(text -> "(" + text + ")").append(page, run);
        return page.toString();
    }
}
