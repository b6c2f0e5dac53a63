package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.run.RunSummary;
import dev.junitllm.score.PlannedScore;
import java.util.List;

/**
 * Where one score of a golden set lies: its mean, or the figure over the set that stands for it.
 *
 * @param label {@code mean}, or {@code set} for a figure over the set
 * @param name the score's name, with its figure's where that stands for it
 * @param value such as {@code 0.731}, or {@code -} where there is none
 */
record SetLevel(String label, String name, String value) {

    static final String MEAN = "mean";

    private static final String SET = "set";

    static List<SetLevel> of(RunSummary summary) {
        return summary.scores().stream().map(score -> of(summary, score)).toList();
    }

    private static SetLevel of(RunSummary summary, PlannedScore score) {
        if (score.aggregation() == null) {
            String mean = summary.mean(score.name()).stream()
                    .mapToObj(Decimals::show)
                    .findFirst()
                    .orElse("-");
            return new SetLevel(MEAN, score.name(), mean);
        }
        return summary.figures(score.name())
                .map(figures -> new SetLevel(SET, score.name() + ": " + figures.main(), Decimals.show(figures.value())))
                .orElseGet(() -> new SetLevel(SET, score.name(), "-"));
    }
}
