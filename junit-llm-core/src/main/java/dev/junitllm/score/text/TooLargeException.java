package dev.junitllm.score.text;

/** Two texts are so long that comparing them would take too much time or memory. */
final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    private TooLargeException(String message) {
        super(message);
    }

    /**
     * Refuses a comparison whose work is the product of two lengths.
     *
     * @param unit what is counted, such as {@code words}
     */
    static void check(long one, long other, long limit, String unit) throws TooLargeException {
        if (other > 0 && one > limit / other) {
            throw new TooLargeException("%s by %s %s, and the product may be %s"
                    .formatted(Long.toString(one), Long.toString(other), unit, Long.toString(limit)));
        }
    }
}
