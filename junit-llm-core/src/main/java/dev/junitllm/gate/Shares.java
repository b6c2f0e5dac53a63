package dev.junitllm.gate;

/** Checks attributes that are shares. */
final class Shares {

    private Shares() {}

    /** A bar of 0 would be met by a run in which everything failed: it gates nothing. */
    static double aboveZero(String attribute, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "%s = %s: it must lie above 0 and be at most 1 (a bar of 0 would be met by a run in which every case failed)"
                            .formatted(attribute, value));
        }
        return value;
    }

    /** A budget of 1 would allow a run of nothing but errors. */
    static double belowOne(String attribute, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "%s = %s: it must be at least 0 and lie below 1 (a budget of 1 would allow a run of nothing but errors)"
                            .formatted(attribute, value));
        }
        return value;
    }
}
