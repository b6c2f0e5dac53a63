package dev.junitllm.stats;

import static dev.junitllm.stats.StatisticsReference.check;
import static dev.junitllm.stats.StatisticsReference.doubles;
import static dev.junitllm.stats.StatisticsReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules for drift to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceDriftTest {

    static Stream<Arguments> sums() {
        return StatisticsReference.named("h.cusum").filter(entry -> entry.get()[0].equals("h.cusum"));
    }

    static Stream<Arguments> runLengths() {
        return StatisticsReference.named("h.cusum_arl_siegmund");
    }

    static Stream<Arguments> averages() {
        return StatisticsReference.named("h.ewma");
    }

    static Stream<Arguments> pageHinkley() {
        return StatisticsReference.named("h.page_hinkley_decrease");
    }

    static Stream<Arguments> distributions() {
        return StatisticsReference.named("h.ks_");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sums")
    void agreesOnSums(String name, JsonNode in, JsonNode expected, double tolerance) {
        DriftChart chart = new Cusum(number(in, "k"), number(in, "h")).watch(standardised(in));

        checkSeries(expected, "upper", chart.rising(), tolerance);
        checkSeries(expected, "lower", chart.falling(), tolerance);
        checkAlarm(expected, chart);
        assertThat(expected.get("direction").asText()).isEqualTo("down");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runLengths")
    void agreesOnRunLengths(String name, JsonNode in, JsonNode expected, double tolerance) {
        Cusum cusum = new Cusum(number(in, "k"), number(in, "h"));

        check(expected, "arl0_one_sided", cusum.meanRunLength(0), tolerance);
        check(expected, "arl0_two_sided", cusum.meanRunLengthWithoutShift(), tolerance);
        check(expected, "arl1_shift_1sigma", cusum.meanRunLength(1), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("averages")
    void agreesOnAverages(String name, JsonNode in, JsonNode expected, double tolerance) {
        DriftChart chart = new Ewma(number(in, "lam"), number(in, "L")).watch(standardised(in));

        checkSeries(expected, "z", chart.rising(), tolerance);
        checkAlarm(expected, chart);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pageHinkley")
    void agreesOnPageHinkley(String name, JsonNode in, JsonNode expected, double tolerance) {
        DriftChart chart = new PageHinkley(number(in, "delta"), number(in, "lam")).watch(doubles(in.get("x")));

        checkSeries(expected, "ph", chart.falling(), tolerance);
        checkAlarm(expected, chart);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("distributions")
    void agreesOnDistributions(String name, JsonNode in, JsonNode expected, double tolerance) {
        KolmogorovSmirnov test = KolmogorovSmirnov.exact(doubles(in.get("x")), doubles(in.get("y")));

        check(expected, "d", test.distance(), tolerance);
        check(expected, "p_exact", test.pValue(), tolerance);
    }

    private static double[] standardised(JsonNode in) {
        DriftBaseline baseline = new DriftBaseline(number(in, "mu0"), number(in, "sigma") * number(in, "sigma"), 10);
        double[] values = doubles(in.get("x"));
        return baseline.standardised(values, new double[values.length]);
    }

    private static void checkSeries(JsonNode expected, String field, List<Double> series, double tolerance) {
        double[] numbers = doubles(expected.get(field));
        assertThat(series).hasSameSizeAs(Arrays.stream(numbers).boxed().toList());
        for (int i = 0; i < numbers.length; i++) {
            assertThat(series.get(i)).as("%s %s", field, i).isCloseTo(numbers[i], within(tolerance));
        }
    }

    private static void checkAlarm(JsonNode expected, DriftChart chart) {
        DriftAlarm alarm = chart.alarm().orElseThrow();
        assertThat(alarm.at()).isEqualTo(expected.get("alarm_at").asInt());
        assertThat(alarm.rising()).isFalse();
    }
}
