package dev.junitllm.score.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What output and answer share, compared by F1. Two texts without any unit are the same, one without any against one with
 * some shares nothing.
 *
 * @param shared units that both have
 * @param inOutput units of the output
 * @param inAnswer units of the answer
 * @param unit what is counted, in the plural
 */
record Overlap(int shared, int inOutput, int inAnswer, String unit) implements Comparison {

    double precision() {
        return inOutput == 0 ? empty() : (double) shared / inOutput;
    }

    double recall() {
        return inAnswer == 0 ? empty() : (double) shared / inAnswer;
    }

    private double empty() {
        return inOutput == inAnswer ? 1 : 0;
    }

    @Override
    public double value() {
        int units = inOutput + inAnswer;
        return units == 0 ? 1 : 2.0 * shared / units;
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("precision", precision());
        details.put("recall", recall());
        details.put("f1", value());
        return details;
    }

    @Override
    public String describe(String answer) {
        if (inOutput == 0 || inAnswer == 0) {
            return inOutput == inAnswer
                    ? "no %s in the output, none in %s".formatted(unit, answer)
                    : "no %s in %s".formatted(unit, inOutput == 0 ? "the output" : answer);
        }
        return String.format(
                Locale.ROOT,
                "precision %.2f (%s of %s %s), recall %.2f (%s of %s %s) against %s",
                precision(),
                shared,
                inOutput,
                unit,
                recall(),
                shared,
                inAnswer,
                unit,
                answer);
    }
}
