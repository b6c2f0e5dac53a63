package dev.junitllm.gate;

import dev.junitllm.run.SampleResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One case that has dropped by much, and what fresh samples of it show. A single case drops by chance all the time: on an
 * application that answers nine of ten questions right, one case in eleven fails that passed. So nothing fails by it unless
 * every one of {@link #FRESH} fresh samples drops as far.
 *
 * @param pair the case
 * @param fresh its fresh samples, in what is compared; empty where one ended in an error
 * @param severe how far it must drop
 */
record SevereDrop(CasePair pair, List<Optional<Compared.Level>> fresh, double severe) {

    /**
     * So many that all of them failing shows, at 95 %, that the case passes less than half of the time: the fifth root of
     * 0.05 is 0.55.
     */
    static final int FRESH = 5;

    /** More are not sampled again: where so many cases drop, the comparison of all of them decides. */
    static final int MOST = 5;

    /** What the fresh samples show. */
    enum State {
        /** More samples are wanted. */
        OPEN,
        /** Every fresh sample dropped as far. */
        CONFIRMED,
        /** One did not. */
        REFUTED,
        /** One ended in an error, which shows nothing. */
        UNCLEAR
    }

    static SevereDrop of(CasePair pair, List<SampleResult> fresh, Compared compared, double severe) {
        return new SevereDrop(
                pair,
                fresh.stream()
                        .filter(sample -> sample.caseId().equals(pair.id()))
                        .map(compared::level)
                        .toList(),
                severe);
    }

    static boolean is(CasePair pair, double severe) {
        return dropsAsFar(pair.before(), pair.now(), severe);
    }

    State state() {
        for (Optional<Compared.Level> sample : fresh) {
            if (sample.isEmpty()) {
                return State.UNCLEAR;
            }
            if (!dropsAsFar(pair.before(), sample.get(), severe)) {
                return State.REFUTED;
            }
        }
        return fresh.size() < FRESH ? State.OPEN : State.CONFIRMED;
    }

    /** As the decimals they are written as: from 0.9 to 0.4 is a drop of 0.5. */
    private static boolean dropsAsFar(Compared.Level before, Compared.Level now, double severe) {
        return BigDecimal.valueOf(before.value())
                        .subtract(BigDecimal.valueOf(now.value()))
                        .compareTo(BigDecimal.valueOf(severe))
                >= 0;
    }
}
