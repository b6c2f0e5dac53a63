package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.SevereDrop.State;
import dev.junitllm.run.SampleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SevereDropStateTest {

    private static final CasePair FAILS = pair(1, 0);

    @Test
    void isOpenUntilEveryFreshSampleHasDroppedAsFar() {
        assertThat(after(FAILS, 0.5)).isEqualTo(State.OPEN);
        assertThat(after(FAILS, 0.5, 0.0, 0.0, 0.0, 0.0)).isEqualTo(State.OPEN);
        assertThat(after(FAILS, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0)).isEqualTo(State.CONFIRMED);
    }

    @Test
    void oneBetterSampleRefutes() {
        assertThat(after(FAILS, 0.5, 1.0)).isEqualTo(State.REFUTED);
        assertThat(after(FAILS, 0.5, 0.0, 0.0, 0.0, 0.0, 1.0)).isEqualTo(State.REFUTED);
    }

    @Test
    void anErrorLeavesItUnclear() {
        List<Optional<Compared.Level>> fresh = List.of(Optional.of(new Compared.Level(0, 1)), Optional.empty());

        assertThat(new SevereDrop(FAILS, fresh, 0.5).state()).isEqualTo(State.UNCLEAR);
    }

    @Test
    void comparesTheDecimalsAsTheyAreWritten() {
        assertThat(SevereDrop.is(pair(0.9, 0.4), 0.5)).isTrue();
        assertThat(SevereDrop.is(pair(0.9, 0.41), 0.5)).isFalse();
        assertThat(after(pair(0.9, 0.4), 0.5, 0.4, 0.4, 0.4, 0.4, 0.4)).isEqualTo(State.CONFIRMED);
        assertThat(after(pair(0.9, 0.4), 0.5, 0.4, 0.41)).isEqualTo(State.REFUTED);
    }

    @Test
    void onlyItsOwnFreshSamplesCount() {
        List<SampleResult> fresh =
                Runs.of("f1").with(1, 0).with(1, 1).end().samples().toList();
        CasePair first = new CasePair("case-1", new Compared.Level(1, 1), new Compared.Level(0, 1));

        assertThat(SevereDrop.of(first, fresh, new Compared("", false), 0.5).fresh())
                .containsExactly(Optional.of(new Compared.Level(0, 1)));
    }

    /** Cases that pass nine times out of ten, in the baseline as today: each run has such drops, and none is confirmed. */
    @Test
    void anUnchangedNoisyApplicationIsHardlyEverConfirmedToHaveDropped() {
        SplittableRandom random = new SplittableRandom(20261122);
        int runs = 2000;
        int withDrops = 0;
        int confirmed = 0;
        for (int run = 0; run < runs; run++) {
            boolean dropped = false;
            boolean red = false;
            for (int i = 0; i < 100; i++) {
                if (random.nextDouble() < 0.9 && random.nextDouble() >= 0.9) {
                    dropped = true;
                    red |= confirms(random);
                }
            }
            withDrops += dropped ? 1 : 0;
            confirmed += red ? 1 : 0;
        }
        assertThat(withDrops).isGreaterThan(runs * 99 / 100);
        assertThat(confirmed).isLessThan(runs / 100);
    }

    private static boolean confirms(SplittableRandom random) {
        List<Double> fresh = new ArrayList<>();
        while (state(FAILS, 0.5, fresh) == State.OPEN) {
            fresh.add(random.nextDouble() < 0.9 ? 1.0 : 0.0);
        }
        return state(FAILS, 0.5, fresh) == State.CONFIRMED;
    }

    private static State after(CasePair pair, double severe, Double... fresh) {
        return state(pair, severe, List.of(fresh));
    }

    private static State state(CasePair pair, double severe, List<Double> fresh) {
        return new SevereDrop(
                        pair,
                        fresh.stream()
                                .map(value -> Optional.of(new Compared.Level(value, 1)))
                                .toList(),
                        severe)
                .state();
    }

    private static CasePair pair(double before, double now) {
        return new CasePair("case", new Compared.Level(before, 1), new Compared.Level(now, 1));
    }
}
