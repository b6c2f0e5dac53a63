package dev.junitllm.cli;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned.
 *
 * @param cases how many cases there are
 * @param samples how many samples of each
 * @param alike how alike the samples of one case are, as an intraclass correlation
 * @param atLeast the bar of the pass rate
 * @param target the rate of a good application
 * @param drop the drop to see
 * @param discordant the share of cases that come out differently in two runs
 * @param confidence how sure a verdict must be
 * @param power how likely a drop that is there is to be seen
 * @param price of one sample, or {@code null} where it isn't known
 */
record Question(
        int cases,
        int samples,
        double alike,
        double atLeast,
        double target,
        double drop,
        double discordant,
        double confidence,
        double power,
        @Nullable BigDecimal price) {

    Question {
        check("--cases", cases >= 1, "at least 1", cases);
        check("--samples", samples >= 1, "at least 1", samples);
        check("--alike", alike >= 0 && alike <= 1, "from 0 to 1", alike);
        check("--at-least", atLeast > 0 && atLeast < 1, "between 0 and 1", atLeast);
        check("--target", target > atLeast && target <= 1, "above --at-least, up to 1", target);
        check("--discordant", discordant > 0 && discordant <= 1, "above 0, up to 1", discordant);
        check("--drop", drop > 0 && drop <= discordant, "above 0, and at most --discordant", drop);
        check("--confidence", confidence >= 0.5 && confidence < 1, "from 0.5, below 1", confidence);
        check("--power", power > 0 && power < 1, "between 0 and 1", power);
        check("--price", price == null || price.signum() >= 0, "at least 0", price);
    }

    /** How likely a verdict may be wrong. */
    double alpha() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
    }

    /** How many samples tell as much as one does that stands alone. */
    double designEffect() {
        return 1 + (samples - 1) * alike;
    }

    private static void check(String option, boolean right, String range, @Nullable Object given) {
        if (!right) {
            throw new IllegalArgumentException("%s is %s, unlike %s".formatted(option, range, given));
        }
    }
}
