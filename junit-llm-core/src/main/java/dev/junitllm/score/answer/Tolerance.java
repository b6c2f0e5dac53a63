package dev.junitllm.score.answer;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How far a number may lie from the one it should be.
 *
 * @param absolute at least 0
 * @param relative to the number it should be, at least 0
 */
record Tolerance(BigDecimal absolute, BigDecimal relative) {

    static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

    static Tolerance of(double tolerance, double relativeTolerance) {
        return new Tolerance(decimal("tolerance", tolerance), decimal("relativeTolerance", relativeTolerance));
    }

    boolean covers(BigDecimal number, BigDecimal answer) {
        return number.subtract(answer).abs().compareTo(around(answer)) <= 0;
    }

    /** How far a number may lie from an answer, in the answer's unit. */
    BigDecimal around(BigDecimal answer) {
        return absolute.max(relative.multiply(answer.abs()));
    }

    /** How a number that is covered relates to the answer. */
    String verb() {
        return equals(NONE) ? "equals" : "is near enough to";
    }

    Map<String, String> parameters() {
        return Map.of("tolerance", absolute.toPlainString(), "relativeTolerance", relative.toPlainString());
    }

    private static BigDecimal decimal(String attribute, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s = %s: a tolerance is a number from 0 on".formatted(attribute, value));
        }
        return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value);
    }
}
