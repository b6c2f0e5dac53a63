package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningOrderTest {

    @Test
    void isThePlannedOrderHoweverSamplesThatRunSideBySideBegin() {
        RunningOrder order = begun(1, 3, 0, 2, 5, 4, 7, 6);

        assertThat(order.first(order.size())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void waitsForOneThatHasNotBegun() {
        assertThat(begun(1, 2, 3, 4).size()).isZero();
    }

    /** At a parallelism of 1 JUnit's pool forks the first sample, runs all others, and then that one. */
    @Test
    void putsAsideWhatBeginsMuchLater() {
        RunningOrder order = begun(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

        assertThat(order.first(order.size())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    }

    @Test
    void putsAsideOnlyWhatBeginsFartherThanItsSlack() {
        assertThat(begun(1, 2, 3, 4, 5, 6, 7, 8).size()).as("8 behind").isZero();
        assertThat(begun(1, 2, 3, 4, 5, 6, 7, 8, 9).size()).as("9 behind").isEqualTo(9);
    }

    @Test
    void holdsAsManyAsThereAre() {
        RunningOrder order = begun(IntStream.range(0, 10_000).toArray());

        assertThat(order.first(order.size()))
                .isEqualTo(IntStream.range(0, 10_000).toArray());
    }

    private static RunningOrder begun(int... places) {
        RunningOrder order = new RunningOrder();
        IntStream.of(places).forEach(place -> order.begins(place, 1));
        return order;
    }
}
