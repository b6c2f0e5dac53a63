package dev.junitllm.score.json;

/** Which figure over the fields is the score. */
public enum FieldFigure {
    /** The harmonic mean of precision and recall: 1 where every field is as expected and there is no other. */
    F1("json-fields") {
        @Override
        double of(JsonDifferences differences) {
            return differences.f1();
        }
    },
    /** The share of the output's fields that is as expected: 1 where nothing in the output is wrong. */
    PRECISION("json-fields-precision") {
        @Override
        double of(JsonDifferences differences) {
            return differences.precision();
        }
    },
    /** The share of the expected fields that is in the output: 1 where nothing is missing, whatever else there is. */
    RECALL("json-fields-recall") {
        @Override
        double of(JsonDifferences differences) {
            return differences.recall();
        }
    };

    private final String scoreName;

    FieldFigure(String scoreName) {
        this.scoreName = scoreName;
    }

    abstract double of(JsonDifferences differences);

    String scoreName() {
        return scoreName;
    }
}
