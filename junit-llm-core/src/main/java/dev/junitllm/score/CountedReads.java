package dev.junitllm.score;

/** A text that may be read so many times. A search that backtracks catastrophically exhausts it. One search, one thread. */
final class CountedReads implements CharSequence {

    private final String text;
    private long left;

    CountedReads(String text, long limit) {
        this.text = text;
        this.left = limit;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The limit is reached. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super(null, null, false, false);
        }
    }
}
