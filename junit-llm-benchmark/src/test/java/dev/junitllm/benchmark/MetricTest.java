package dev.junitllm.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

    /** A metric that doesn't apply, or gives up at once, would look fast. */
    @ParameterizedTest
    @EnumSource
    void scoresItsCaseOfEachLength(Metric metric) throws ScoringException {
        Scorer scorer = metric.scorer();
        for (Length length : Length.values()) {
            Workload workload = metric.workload(length);
            assertThat(scorer.score(workload.golden(), workload.actual()).value())
                    .isPresent();
        }
    }

    @Test
    void measuresEachUnderANameOfItsOwn() {
        Stream<String> names = Arrays.stream(Metric.values())
                .map(metric -> metric.scorer().describe().name());
        assertThat(names).doesNotHaveDuplicates();
    }
}
