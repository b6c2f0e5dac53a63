package dev.junitllm.benchmark;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link MetricThroughput} and prints a row for each metric. */
final class MetricTable {

    private MetricTable() {}

    /** Measures; what JMH tells goes into a file of that folder. */
    static void print(PrintStream out, Path folder) {
        Map<Metric, Map<Length, Double>> measured = new TreeMap<>(Comparator.naturalOrder());
        try {
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(MetricThroughput.class.getName())
                            .output(folder.resolve("jmh.txt").toString())
                            .build())
                    .run()) {
                measured.computeIfAbsent(
                                Metric.valueOf(result.getParams().getParam("metric")),
                                any -> new EnumMap<>(Length.class))
                        .put(
                                Length.valueOf(result.getParams().getParam("length")),
                                result.getPrimaryResult().getScore());
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH did not come to its end; see jmh.txt in " + folder, e);
        }
        out.println();
        out.println("| metric | a sentence | a page |");
        out.println("|---|---|---|");
        measured.forEach((metric, scores) -> out.println("| `%s` | %s | %s |"
                .formatted(
                        metric.scorer().describe().name(),
                        shown(scores, Length.SENTENCE),
                        shown(scores, Length.PAGE))));
        out.flush();
    }

    /** Two digits: more would be noise. */
    private static String shown(Map<Length, Double> scores, Length length) {
        double rounded = new BigDecimal(scores.getOrDefault(length, 0.0))
                .round(new MathContext(2))
                .doubleValue();
        return String.format(Locale.ROOT, "%,.0f", rounded);
    }
}
