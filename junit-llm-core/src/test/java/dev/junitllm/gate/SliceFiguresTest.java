package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Slices;
import dev.junitllm.run.RunSummary;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SliceFiguresTest {

    @Test
    void sayHowEachSliceCameOutBesideTheRest() {
        RunSummary run =
                SliceGateTest.german(Runs.of("f1").with(30, 1).with(10, 0.2).end(), 20, 40);

        List<SliceFigures> slices = SliceFigures.of(run);

        assertThat(slices).extracting(SliceFigures::name).containsExactly("language=de", "language=en");
        SliceFigures german = slices.get(0);
        assertThat(german.cases()).isEqualTo(20);
        assertThat(german.rate().value()).isEqualTo(0.5);
        assertThat(german.means().get("f1")).isCloseTo(0.6, Offset.offset(1e-12));
        assertThat(german.lower()).isLessThan(0.01);
        assertThat(german.alarm()).isTrue();
        assertThat(slices.get(1).lower()).isGreaterThan(0.9);
        assertThat(slices.get(1).alarm()).isFalse();
    }

    @Test
    void compareNoSliceThatIsTooSmall() {
        RunSummary run =
                SliceGateTest.german(Runs.of("f1").with(31, 1).with(9, 0).end(), 31, 40);

        SliceFigures german = SliceFigures.of(run).get(0);

        assertThat(german.tooSmall()).isTrue();
        assertThat(german.lower()).isNull();
        assertThat(german.alarm()).isFalse();
        assertThat(SliceFigures.of(run).get(1).lower())
                .as("nothing to compare with")
                .isNull();
        assertThat(SliceFigures.of(run).get(1).tooSmall()).isFalse();
    }

    @Test
    void leaveOutASliceThatIsTheWholeSet() {
        BitSet all = new BitSet();
        all.set(0, 20);
        RunSummary run = Runs.of("f1")
                .with(20, 1)
                .end()
                .sliced(new Slices(Map.of("origin=manual", all), List.of("origin=manual")));

        assertThat(SliceFigures.of(run)).isEmpty();
        assertThat(SliceFigures.of(Runs.of("f1").with(20, 1).end())).isEmpty();
    }

    @Test
    void seldomRaiseAnAlarmWhereTheSlicesDifferByChanceAlone() {
        Random random = new Random(7);
        int alarms = 0;
        for (int round = 0; round < 60; round++) {
            Runs runs = Runs.of("f1");
            for (int i = 0; i < 200; i++) {
                runs.with(1, random.nextInt(10) < 7 ? 1 : 0);
            }
            Map<String, BitSet> slices = new TreeMap<>();
            for (int i = 0; i < 200; i++) {
                slices.computeIfAbsent("k=" + random.nextInt(10), any -> new BitSet())
                        .set(i);
            }
            RunSummary run = runs.end().sliced(new Slices(slices, slices.keySet()));
            alarms += SliceFigures.of(run).stream().anyMatch(SliceFigures::alarm) ? 1 : 0;
        }

        assertThat(alarms).as("of 60 runs; ten looks each").isLessThanOrEqualTo(8);
    }
}
