package dev.junitllm.gate;

import dev.junitllm.run.Tally;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many errors a run may have and still be judged.
 *
 * @param atMost the share as written in {@link ErrorBudget}, or {@code null} for the default: 2 % of the cases, none
 *     below 50
 */
record ErrorLimit(@Nullable Double atMost) {

    static final ErrorLimit DEFAULT = new ErrorLimit(null);

    private static final double DEFAULT_SHARE = 0.02;

    private static final int FEWEST_CASES_FOR_ONE_ERROR = 50;

    /** Errors are a share of all samples but those to which nothing applies; integer arithmetic, no rounding. */
    boolean allows(Tally tally, int cases) {
        int counted = tally.scored() + tally.errors();
        return BigDecimal.valueOf(tally.errors())
                        .compareTo(BigDecimal.valueOf(share(cases)).multiply(BigDecimal.valueOf(counted)))
                <= 0;
    }

    double share(int cases) {
        if (atMost != null) {
            return atMost;
        }
        return cases < FEWEST_CASES_FOR_ONE_ERROR ? 0 : DEFAULT_SHARE;
    }

    String asWritten(int cases) {
        if (atMost != null) {
            return "@ErrorBudget(atMost = " + atMost + ")";
        }
        return cases < FEWEST_CASES_FOR_ONE_ERROR
                ? "none, the default below " + FEWEST_CASES_FOR_ONE_ERROR + " cases"
                : DEFAULT_SHARE + ", the default";
    }
}
