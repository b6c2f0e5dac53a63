package dev.junitllm.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Measures each run by those before it, as self-starting CUSUM charts do (Hawkins, The Statistician 36, 1987). A level made
 * of ten runs is itself off by a third of what a run is; watched by {@link Cusum} for long, that looks like a drift more
 * often than not. Against all earlier runs, and with the level's own error counted in, the numbers are independent and as
 * good as standard normal while nothing changes.
 *
 * <p>With the variance between runs b and the mean square a of the standard errors, as in {@link DriftBaseline}, over n runs
 * with mean m: t = (x − m) / √(b + e² + (b + a)/n), whose degrees of freedom are Satterthwaite's (Biometrics Bulletin 2, 1946),
 * and the normal number that is as likely. Where all of the variance is known from standard errors, t is normal already.
 */
public final class SelfStarting {

    private SelfStarting() {}

    /**
     * How many standard deviations a run is off.
     *
     * @param earlier the figures of the runs before it, at least {@link DriftBaseline#FEWEST_RUNS}
     * @param earlierErrors the standard error of each of them, at least 0; 0 where it is not known
     * @param value the figure of the run
     * @param standardError of the figure, at least 0
     * @return below 0 where it is too low, from −10 to 10; ±10 where it differs at all and nothing ever varied
     * @throws IllegalArgumentException where there are too few runs, or a number lies outside its range
     */
    public static double standardised(double[] earlier, double[] earlierErrors, double value, double standardError) {
        DriftBaseline level = DriftBaseline.of(earlier, earlierErrors)
                .orElseThrow(() -> new IllegalArgumentException("a level needs at least %s runs, unlike %s"
                        .formatted(DriftBaseline.FEWEST_RUNS, earlier.length)));
        double plain = level.standardised(value, standardError);
        double ofRun = level.between() + standardError * standardError;
        if (ofRun == 0) {
            return plain;
        }
        double ofErrors =
                Arrays.stream(earlierErrors).map(error -> error * error).sum() / earlier.length;
        double observed = level.between() + ofErrors;
        double all = ofRun + observed / earlier.length;
        double t = plain * Math.sqrt(ofRun / all);
        double z = level.between() == 0
                ? t
                : normal(t, (earlier.length - 1) * square(all / (observed * (1 + 1.0 / earlier.length))));
        return Math.max(-DriftBaseline.FAR, Math.min(DriftBaseline.FAR, z));
    }

    private static double square(double number) {
        return number * number;
    }

    /** The same chance, of being at least that far off, in the units of a normal distribution. */
    private static double normal(double t, double degrees) {
        double tail = TDistribution.of(degrees).survivalProbability(Math.abs(t));
        return Math.signum(t) * NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }
}
