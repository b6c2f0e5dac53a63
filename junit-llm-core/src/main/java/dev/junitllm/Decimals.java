package dev.junitllm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shows numbers the same in every locale, and never so rounded that a miss looks like a hit. */
public final class Decimals {

    private static final int PLACES = 3;

    private static final int MOST_PLACES = 17;

    private Decimals() {}

    /**
     * A number in at most three decimals.
     *
     * @param value any finite number
     * @return such as {@code 0.333} or {@code 1}
     */
    public static String show(double value) {
        return value == (int) value ? Integer.toString((int) value) : plain(rounded(value, PLACES));
    }

    /**
     * A number in as many decimals as it takes to tell it from another it is compared with.
     *
     * @param value any finite number
     * @param other what it is compared with
     * @return such as {@code 0.49996} beside 0.5
     */
    public static String show(double value, double other) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal against = BigDecimal.valueOf(other);
        for (int places = PLACES; places < MOST_PLACES; places++) {
            BigDecimal shown = rounded(value, places);
            if (Integer.signum(shown.compareTo(against)) == Integer.signum(exact.compareTo(against))) {
                return plain(shown);
            }
        }
        return plain(exact);
    }

    private static BigDecimal rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
