package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.gate.BehaviorChanges;
import dev.junitllm.gate.BehaviorFixture;
import dev.junitllm.report.BehaviorMessages;
import org.junit.jupiter.api.Test;

class BehaviorPageTest {

    private static final Trace SEARCH =
            TestTrace.of(9).tool("search", 0, 1, "{}").trace();
    private static final Trace HOSTILE =
            TestTrace.of(9).tool("<script>alert(1)</script>", 0, 1, "{}").trace();

    @Test
    void tellsWhatHasChangedAndRunsNothingOfIt() {
        String page = page(BehaviorFixture.of().with(2, SEARCH, HOSTILE));

        assertThat(page)
                .contains("<li>tool &#39;search&#39; no longer called in 2 of 2 cases</li>")
                .contains(
                        "<tr><th>TOOL steps a case</th><td class=\"number\">1</td><td class=\"number\">1</td><td></td></tr>")
                .contains("<h2>other tools (2)</h2>")
                .contains("<td>case-1</td><td>&lt;script&gt;alert(1)&lt;/script&gt;, was search</td>")
                .doesNotContain("<script>");
    }

    @Test
    void saysThatNothingHasChangedOrThatTheBaselineHasNoSteps() {
        assertThat(page(BehaviorFixture.of().with(2, SEARCH, SEARCH))).contains("<li>nothing has changed</li>");
        assertThat(page(BehaviorFixture.of().with(2, Trace.NONE, SEARCH))).contains(BehaviorMessages.WITHOUT_STEPS);
    }

    @Test
    void manyCasesAreCut() {
        assertThat(page(BehaviorFixture.of().with(203, SEARCH, HOSTILE))).contains("<p>and 3 more</p>");
    }

    private static String page(BehaviorFixture fixture) {
        return BehaviorPage.of(BehaviorChanges.of(fixture.beside()).orElseThrow());
    }
}
