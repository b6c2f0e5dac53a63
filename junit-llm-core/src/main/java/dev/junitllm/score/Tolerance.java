package dev.junitllm.score;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How far a number may lie from the one it should be: a covers e where |a − e| is at most the larger of {@code absolute}
 * and {@code relative} · |e|. Arithmetic is exact. A number with more than 10,000 places before or behind the decimal point
 * covers nothing but its equals.
 *
 * @param absolute at least 0
 * @param relative to the number it should be, at least 0
 */
public record Tolerance(BigDecimal absolute, BigDecimal relative) {

    /** None: only equal numbers are covered. */
    public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Subtracting 1 from 1e999999999 would fill the memory with nines. */
    private static final int MOST_PLACES = 10_000;

    /**
     * Checks what it is made of.
     *
     * @param absolute at least 0
     * @param relative to the number it should be, at least 0
     */
    public Tolerance {
        if (absolute.signum() < 0 || relative.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is a number from 0 on");
        }
    }

    /**
     * Makes a tolerance of an annotation's attributes, which count as the decimals they are written as.
     *
     * @param tolerance absolute, at least 0
     * @param relativeTolerance relative to the number it should be, at least 0; 0.01 is one per cent
     * @return the tolerance
     * @throws IllegalArgumentException naming the attribute that is negative, infinite or not a number
     */
    public static Tolerance of(double tolerance, double relativeTolerance) {
        return new Tolerance(decimal("tolerance", tolerance), decimal("relativeTolerance", relativeTolerance));
    }

    /**
     * Whether a number is near enough.
     *
     * @param number what there is
     * @param answer what it should be
     * @return true where it is, or where both are equal by value
     */
    public boolean covers(BigDecimal number, BigDecimal answer) {
        if (number.compareTo(answer) == 0) {
            return true;
        }
        if (equals(NONE) || isExtreme(number) || isExtreme(answer)) {
            return false;
        }
        return number.subtract(answer).abs().compareTo(around(answer)) <= 0;
    }

    /**
     * How far a number may lie from the one it should be.
     *
     * @param answer what it should be
     * @return at least 0, in the answer's own unit
     */
    public BigDecimal around(BigDecimal answer) {
        return absolute.max(relative.multiply(answer.abs()));
    }

    /**
     * How a number that is covered relates to the one it should be, for messages.
     *
     * @return {@code equals} or {@code is near enough to}
     */
    public String verb() {
        return equals(NONE) ? "equals" : "is near enough to";
    }

    /**
     * What decides a score here, for a scorer's description.
     *
     * @return {@code tolerance} and {@code relativeTolerance}, as decimals
     */
    public Map<String, String> parameters() {
        return Map.of("tolerance", absolute.toPlainString(), "relativeTolerance", relative.toPlainString());
    }

    private static boolean isExtreme(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_PLACES
                || Math.abs((long) number.precision() - number.scale()) > MOST_PLACES;
    }

    private static BigDecimal decimal(String attribute, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s = %s: a tolerance is a number from 0 on".formatted(attribute, value));
        }
        return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value);
    }
}
