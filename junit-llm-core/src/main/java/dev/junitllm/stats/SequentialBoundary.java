package dev.junitllm.stats;

/** How far the evidence must go before a {@link SequentialDesign} stops. */
public enum SequentialBoundary {

    /**
     * 1/α and 1/β. By the inequality of Ville (<i>Étude critique de la notion de collectif</i>, 1939) no error is more
     * likely than α or β, whenever and for whatever reason one stops.
     */
    STRICT {
        @Override
        double logarithm(double error, double otherError) {
            return -Math.log(error);
        }
    },

    /**
     * (1 − β)/α and (1 − α)/β, of Wald (Annals of Mathematical Statistics 16, 1945). A few samples fewer; only the sum of
     * both errors is bounded, and only where there is no limit to the samples. For comparisons.
     */
    WALD {
        @Override
        double logarithm(double error, double otherError) {
            return Math.log((1 - otherError) / error);
        }
    };

    /** The logarithm of the evidence it takes to say what is wrong as often as {@code error}. */
    abstract double logarithm(double error, double otherError);
}
