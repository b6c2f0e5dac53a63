package dev.junitllm.gate;

/**
 * A case and itself in the baseline.
 *
 * @param id the case
 * @param before how it came out in the baseline
 * @param now how it comes out today
 */
record CasePair(String id, Compared.Level before, Compared.Level now) {

    double drop() {
        return before.value() - now.value();
    }

    boolean failsNewly() {
        return before.value() > 0.5 && now.value() <= 0.5;
    }

    boolean passesNewly() {
        return before.value() <= 0.5 && now.value() > 0.5;
    }
}
