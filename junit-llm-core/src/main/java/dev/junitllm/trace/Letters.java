package dev.junitllm.trace;

/**
 * Which ASCII characters a text holds. Where a word has a character that the text has not, the text needs not be searched
 * for it, and most texts have no secrets.
 *
 * @param low a bit for each of the first 64 characters
 * @param high a bit for each of the next 64
 */
record Letters(long low, long high) {

    private static final long UPPER_CASE = 0x07fffffeL;
    private static final int TO_LOWER_CASE = 32;

    static Letters of(String text) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 64) {
                low |= 1L << unit;
            } else if (unit < 128) {
                high |= 1L << (unit - 64);
            }
        }
        return new Letters(low, high);
    }

    /** The same with each upper-case letter's lower-case one. */
    Letters withLowerCase() {
        return new Letters(low, high | (high & UPPER_CASE) << TO_LOWER_CASE);
    }

    boolean holdAll(Letters others) {
        return (others.low & ~low) == 0 && (others.high & ~high) == 0;
    }
}
