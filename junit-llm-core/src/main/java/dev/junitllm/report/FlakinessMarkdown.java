package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.gate.SampledCases;
import dev.junitllm.gate.SampledCases.VarianceParts;
import dev.junitllm.run.RunSummary;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How cases differ from sample to sample, in Markdown.
 *
 * @param text makes text safe to show
 */
record FlakinessMarkdown(UnaryOperator<String> text) {

    private static final int CASES_SHOWN = 50;

    void append(StringBuilder page, RunSummary run) {
        FlakinessMessages.line(run).ifPresent(line -> {
            page.append("\n### From sample to sample\n\n")
                    .append(text.apply(line))
                    .append(".\n");
            appendVariance(page, SampledCases.of(run).variance(run));
            appendFlaky(page, SampledCases.of(run).flaky());
        });
    }

    /** Where differences come from: the cases, the application's answers to one case, the judge's votes on one answer. */
    private void appendVariance(StringBuilder page, List<VarianceParts> variance) {
        if (variance.isEmpty()) {
            return;
        }
        page.append("\n| variance of | between cases | of answers | of the judge |\n|---|---|---|---|\n");
        variance.forEach(parts -> page.append("| ")
                .append(String.join(
                        " | ",
                        text.apply(parts.of()),
                        share(parts.betweenCases(), parts.total()),
                        share(parts.ofAnswers(), parts.total()),
                        parts.ofJudge().isPresent() ? share(parts.ofJudge().getAsDouble(), parts.total()) : "no votes"))
                .append(" |\n"));
    }

    private static String share(double part, double all) {
        return Decimals.show(part) + " (" + Math.round(100 * part / all) + " %)";
    }

    private void appendFlaky(StringBuilder page, List<SampledCases.Sampled> flaky) {
        if (flaky.isEmpty()) {
            return;
        }
        page.append("\n| flaky case | passed |\n|---|---|\n");
        flaky.stream()
                .limit(CASES_SHOWN)
                .forEach(sampled -> page.append("| ")
                        .append(text.apply(sampled.caseId()))
                        .append(" | ")
                        .append(sampled.passed())
                        .append(" of ")
                        .append(sampled.samples())
                        .append(" |\n"));
        if (flaky.size() > CASES_SHOWN) {
            page.append("\nand ").append(flaky.size() - CASES_SHOWN).append(" more\n");
        }
    }
}
