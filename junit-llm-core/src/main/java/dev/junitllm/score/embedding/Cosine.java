package dev.junitllm.score.embedding;

/** The cosine of the angle between two vectors. */
final class Cosine {

    private Cosine() {}

    /**
     * The dot product over the product of the lengths. Each vector is first scaled by its largest number, so that no
     * square overflows or vanishes, whatever its numbers.
     *
     * @param one finite numbers, not all of them 0
     * @param other as many, likewise
     * @return from -1 to 1; exactly 1 for a vector and itself
     */
    static double of(double[] one, double[] other) {
        double scaleOfOne = largest(one);
        double scaleOfOther = largest(other);
        double dot = 0;
        double squaresOfOne = 0;
        double squaresOfOther = 0;
        for (int i = 0; i < one.length; i++) {
            double x = one[i] / scaleOfOne;
            double y = other[i] / scaleOfOther;
            dot += x * y;
            squaresOfOne += x * x;
            squaresOfOther += y * y;
        }
        // one root of the product, not a product of roots: that of a square is exact
        double cosine = dot / Math.sqrt(squaresOfOne * squaresOfOther);
        return Math.max(-1, Math.min(1, cosine)); // rounding goes beyond by 1e-16 or so
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
