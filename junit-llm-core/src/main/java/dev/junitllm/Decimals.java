package dev.junitllm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/** Shows numbers the same in every locale, and never so rounded that a miss looks like a hit. */
public final class Decimals {

    private static final int PLACES = 3;

    private static final int MOST_PLACES = 17;

    private Decimals() {}

    /**
     * A number in three decimals, or more where three would show as 0 or 1 what is neither.
     *
     * @param value any finite number
     * @return such as {@code 0.333}, {@code 1} or {@code 0.9996}
     */
    public static String show(double value) {
        if (value == 0 || value == 1) {
            return value == 0 ? "0" : "1"; // as most are
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return shortest(exact, shown -> isEnd(shown) == isEnd(exact));
    }

    /**
     * A number in as many decimals as it takes to tell on which side of another it lies.
     *
     * @param value any finite number
     * @param other what it is compared with
     * @return such as {@code 0.49996} beside 0.5
     */
    public static String show(double value, double other) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal against = BigDecimal.valueOf(other);
        int side = Integer.signum(exact.compareTo(against));
        return shortest(
                exact, shown -> isEnd(shown) == isEnd(exact) && Integer.signum(shown.compareTo(against)) == side);
    }

    private static String shortest(BigDecimal exact, Predicate<BigDecimal> honest) {
        for (int places = PLACES; places < MOST_PLACES; places++) {
            BigDecimal shown = exact.setScale(places, RoundingMode.HALF_EVEN);
            if (honest.test(shown)) {
                return plain(shown);
            }
        }
        return plain(exact);
    }

    private static boolean isEnd(BigDecimal number) {
        return number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
