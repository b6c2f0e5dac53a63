package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Verdict VERDICT = Verdict.of(
                    new GateDescription("G", Map.of()), VerdictStatus.FAIL, "key", new Tally(1, 2, 3, 4))
            .measured(Estimate.of(0.5))
            .figure("pairs", 3)
            .figure("model", "key")
            .naming(new CaseList("new", List.of(new CaseList.Entry("a", "key", "key", null))));

    @Test
    void keepsWhatItHasWhenItIsCompleted() {
        Verdict other = VERDICT.because("another").onlyWarning(true).decidedBy(List.of());

        assertThat(other.reason()).isEqualTo("another");
        assertThat(other.tally()).isEqualTo(VERDICT.tally());
        assertThat(other.estimate()).isEqualTo(VERDICT.estimate());
        assertThat(other.figures()).isEqualTo(VERDICT.figures()).containsOnlyKeys("pairs", "model");
        assertThat(other.lists()).isEqualTo(VERDICT.lists()).hasSize(1);
    }

    @Test
    void namesNoListWithoutCases() {
        assertThat(VERDICT.naming(new CaseList("gone", List.of()))).isEqualTo(VERDICT);
    }

    @Test
    void mapsEveryTextButNamesAndIds() {
        Verdict mapped = VERDICT.mapped(text -> text.toUpperCase(Locale.ROOT));

        assertThat(mapped.reason()).isEqualTo("KEY");
        assertThat(mapped.figures()).containsEntry("pairs", 3).containsEntry("model", "KEY");
        assertThat(mapped.lists())
                .containsExactly(new CaseList("new", List.of(new CaseList.Entry("a", "KEY", "KEY", null))));
    }
}
