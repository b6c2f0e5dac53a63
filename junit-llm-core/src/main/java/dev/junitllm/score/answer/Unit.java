package dev.junitllm.score.answer;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit of measurement: a number of it is (number + shift) · numerator / denominator of its dimension's base unit. Fractions
 * keep conversions exact.
 *
 * @param dimension what it measures; only units of one dimension can be compared
 * @param numerator above 0
 * @param denominator above 0
 * @param shift where its zero lies, in itself; 0 for all but temperatures
 */
record Unit(String dimension, BigDecimal numerator, BigDecimal denominator, BigDecimal shift) {

    /** What a number without a unit has. */
    static final Unit NONE = of("plain number", BigDecimal.ONE);

    static Unit of(String dimension, BigDecimal factor) {
        return new Unit(dimension, factor, BigDecimal.ONE, BigDecimal.ZERO);
    }

    /** Such as kilometres per hour. */
    Unit per(Unit other) {
        return new Unit(
                dimension + " per " + other.dimension,
                numerator.multiply(other.denominator),
                denominator.multiply(other.numerator),
                BigDecimal.ZERO);
    }

    boolean measuresWhat(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** Whether a number of a smaller unit is a part of one of this: 30 minutes are of an hour, 90 are not. */
    boolean holds(BigDecimal number, Unit smaller) {
        return shift.signum() == 0
                && smaller.shift.signum() == 0
                && number.signum() >= 0
                && in(smaller).compareTo(BigDecimal.ONE) > 0
                && number.compareTo(in(smaller)) < 0;
    }

    /** How many of the other one of this unit is. */
    BigDecimal in(Unit other) {
        return numerator
                .multiply(other.denominator)
                .divide(denominator.multiply(other.numerator), MathContext.DECIMAL64);
    }

    /** Whether a number of this unit lies within some distance, in the other unit, of a number of the other unit. */
    boolean isWithin(BigDecimal number, BigDecimal distance, BigDecimal otherNumber, Unit other) {
        // both sides of |this as other - otherNumber| <= distance, times what would divide them
        BigDecimal whole = denominator.multiply(other.numerator);
        BigDecimal difference = number.add(shift)
                .multiply(numerator)
                .multiply(other.denominator)
                .subtract(otherNumber.add(other.shift).multiply(whole));
        return difference.abs().compareTo(distance.multiply(whole)) <= 0;
    }

    /** A number of this unit as one of the other, in enough digits to show. */
    double show(BigDecimal number, Unit other) {
        return number.add(shift)
                .multiply(numerator)
                .multiply(other.denominator)
                .divide(denominator.multiply(other.numerator), MathContext.DECIMAL64)
                .subtract(other.shift)
                .doubleValue();
    }
}
