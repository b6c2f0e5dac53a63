package dev.junitllm.benchmark;

import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many scores a second each metric makes on one thread, by JMH: every metric and length in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MetricThroughput {

    /** Which metric; all of them by default. */
    @Param
    public Metric metric = Metric.EXACT_MATCH;

    /** How long its texts are; both by default. */
    @Param
    public Length length = Length.SENTENCE;

    private Scorer scorer = Metric.EXACT_MATCH.scorer();
    private Workload workload = Workload.text(Length.SENTENCE);

    /** Makes the scorer and its case. */
    @Setup
    public void prepare() {
        scorer = metric.scorer();
        workload = metric.workload(length);
    }

    /**
     * Makes one score.
     *
     * @return the score, so that the JVM can't leave it out
     * @throws ScoringException where the case doesn't fit the metric
     */
    @Benchmark
    public Score score() throws ScoringException {
        return scorer.score(workload.golden(), workload.actual());
    }
}
