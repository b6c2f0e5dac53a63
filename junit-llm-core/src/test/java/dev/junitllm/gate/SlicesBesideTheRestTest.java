package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesBesideTheRestTest {

    private static Estimate gated(RunSummary run, String slice) {
        Verdict verdict = new PassRateGate(Demand.observed(0.5), "", slice).decide(run.slice(slice));
        return verdict.estimate();
    }

    @Test
    void haveTheRateAndTheIntervalThatAGateOfTheSliceHas() {
        RunSummary cases = SliceGateTest.german(
                Runs.of("f1").with(12, 1).with(5, 0).errors(3).with(4, 1).end(), 10, 24);
        RunSummary samples = SliceGateTest.german(
                Runs.sampled(2, "f1")
                        .with(21, 1)
                        .with(7, 0)
                        .errors(4)
                        .with(7, 1)
                        .with(1, 0)
                        .end(),
                8,
                20);

        for (RunSummary run : new RunSummary[] {cases, samples}) {
            for (SliceFigures slice : SliceFigures.of(run)) {
                assertThat(slice.rate()).as(slice.name()).isEqualTo(gated(run, slice.name()));
            }
        }
        assertThat(SliceFigures.of(cases).get(0).cases())
                .as("errors have no rate")
                .isEqualTo(11);
        assertThat(SliceFigures.of(samples).get(0).cases()).isEqualTo(10);
    }

    @Test
    void takeTheMeanOverTheSamplesOfTheSlice() {
        RunSummary run = SliceGateTest.german(
                Runs.sampled(2, "f1")
                        .with(2, 1)
                        .with(1, 0.5)
                        .errors(1)
                        .with(2, 0.25)
                        .end(),
                1,
                3);

        assertThat(SliceFigures.of(run).get(0).means().get("f1")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(SliceFigures.of(run).get(1).means()).isEqualTo(Map.of("f1", 1.0));
    }

    @Test
    void sayNothingOfASliceWhereNothingWasScored() {
        RunSummary run =
                SliceGateTest.german(Runs.of("f1").with(12, 1).errors(12).end(), 12, 24);

        assertThat(SliceFigures.of(run).get(0))
                .isEqualTo(new SliceFigures("language=de", 0, null, Map.of(), null, false));
    }

    @Test
    void haveAMeanWhereScoresAreOnlyRecorded() {
        RunSummary run =
                SliceGateTest.german(Runs.of("f1").with(2, 1).recorded(2, 0.25).end(), 2, 4);

        assertThat(SliceFigures.of(run).get(0))
                .isEqualTo(new SliceFigures("language=de", 0, null, Map.of("f1", 0.25), null, false));
    }

    @Test
    void areComparedFromTenCasesOnEitherSide() {
        RunSummary tenAndTen = SliceGateTest.german(
                Runs.of("f1").with(10, 1).with(9, 0).with(1, 1).end(), 10, 20);
        RunSummary nineAndTen = SliceGateTest.german(
                Runs.of("f1").with(9, 1).with(9, 0).with(1, 1).end(), 9, 19);
        RunSummary tenAndNine = SliceGateTest.german(
                Runs.of("f1").with(10, 1).with(8, 0).with(1, 1).end(), 10, 19);

        assertThat(SliceFigures.of(tenAndTen)).allMatch(slice -> slice.lower() != null && !slice.tooSmall());
        assertThat(SliceFigures.of(tenAndTen).get(0).alarm()).isTrue();
        assertThat(SliceFigures.of(nineAndTen)).allMatch(slice -> slice.lower() == null && !slice.alarm());
        assertThat(SliceFigures.of(tenAndNine)).allMatch(slice -> slice.lower() == null && !slice.alarm());
        assertThat(SliceFigures.of(tenAndNine).get(0).tooSmall()).isTrue();
        assertThat(SliceFigures.of(tenAndNine).get(1).tooSmall()).isFalse();
    }

    @Test
    void mayHaveNamesOfOneLetter() {
        assertThat(SliceName.of("k=v")).isEqualTo("k=v");
    }
}
