package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedHintTest {

    @Test
    void saysHowLongItWouldHaveTakenSideBySide() {
        assertThat(SpeedHint.of(set(40).in(Duration.ofSeconds(32)).decided()))
                .hasValue(
                        "one case at a time took 32.0 s; 16 at once would have taken about 2.0 s: see docs/golden-sets.md, \"Run cases side by side\"");
    }

    @Test
    void neverPromisesMoreThanThereAreCases() {
        assertThat(SpeedHint.of(set(2).in(Duration.ofSeconds(32)).decided()).orElseThrow())
                .contains("2 at once would have taken about 16.0 s");
    }

    @Test
    void keepsSilentWhereThereIsNothingToGain() {
        assertThat(SpeedHint.of(set(40).in(Duration.ofSeconds(10)).decided())).isEmpty();
        assertThat(SpeedHint.of(set(1).in(Duration.ofSeconds(32)).decided())).isEmpty();
        assertThat(SpeedHint.of(set(40).in(Duration.ofSeconds(32)).atOnce(2).decided()))
                .isEmpty();
    }

    private static FinishedSet set(int cases) {
        FinishedSet set = FinishedSet.of("EvalTest", "answers", "golden/demo.jsonl");
        for (int i = 0; i < cases; i++) {
            set.passed("case-" + i, 1);
        }
        return set;
    }
}
