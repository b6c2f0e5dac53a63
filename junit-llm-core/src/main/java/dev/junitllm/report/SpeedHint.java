package dev.junitllm.report;

import java.time.Duration;
import java.util.Optional;

/** Says how a long golden set could run faster, since waiting for a model is the one thing that runs well side by side. */
final class SpeedHint {

    private static final Duration LONG = Duration.ofSeconds(10);

    /** What {@code LlmParallelism} runs at once unless told otherwise. */
    private static final int AT_ONCE = 16;

    private SpeedHint() {}

    /** The hint, or empty where the set was short, or ran several cases at once already. */
    static Optional<String> of(SetReport set) {
        int samples = (int) set.summary().samples().count();
        if (set.mostAtOnce() > 1 || samples < 2 || set.duration().compareTo(LONG) <= 0) {
            return Optional.empty();
        }
        int atOnce = Math.min(AT_ONCE, samples);
        return Optional.of(
                "one case at a time took %s; %s at once would have taken about %s: see docs/golden-sets.md, \"Run cases side by side\""
                        .formatted(
                                SetTable.duration(set.duration()),
                                atOnce,
                                SetTable.duration(set.duration().dividedBy(atOnce))));
    }
}
