package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.Compared.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasePairTest {

    /** Half of the samples is no pass, on either side. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, true, false",
        "0, 1, false, true",
        "1, 0.5, true, false",
        "0.5, 1, false, true",
        "0.5, 0, false, false",
        "0, 0.5, false, false",
        "0.5, 0.5, false, false",
        "1, 0.75, false, false",
        "0.75, 1, false, false"
    })
    void aCasePassesWhereMoreThanHalfOfItsSamplesDo(double before, double now, boolean fails, boolean passes) {
        CasePair pair = new CasePair("a", new Level(before, 4), new Level(now, 4));

        assertThat(pair.failsNewly()).isEqualTo(fails);
        assertThat(pair.passesNewly()).isEqualTo(passes);
        assertThat(pair.drop()).isEqualTo(before - now);
    }
}
