package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of ERROR > FAIL > INCONCLUSIVE > NOT_DECIDED > PASS. WARN is an INCONCLUSIVE that only warns. */
class VerdictsOfSeveralGatesTest {

    @ParameterizedTest
    @CsvSource({
        "PASS,         PASS,         PASS,         passes",
        "PASS,         NOT_DECIDED,  NOT_DECIDED,  passes",
        "PASS,         WARN,         INCONCLUSIVE, passes",
        "PASS,         INCONCLUSIVE, INCONCLUSIVE, fails",
        "PASS,         FAIL,         FAIL,         fails",
        "PASS,         ERROR,        ERROR,        fails",
        "NOT_DECIDED,  NOT_DECIDED,  NOT_DECIDED,  passes",
        "NOT_DECIDED,  WARN,         INCONCLUSIVE, passes",
        "NOT_DECIDED,  INCONCLUSIVE, INCONCLUSIVE, fails",
        "NOT_DECIDED,  FAIL,         FAIL,         fails",
        "NOT_DECIDED,  ERROR,        ERROR,        fails",
        "WARN,         WARN,         INCONCLUSIVE, passes",
        "WARN,         INCONCLUSIVE, INCONCLUSIVE, fails",
        "WARN,         FAIL,         FAIL,         fails",
        "WARN,         ERROR,        ERROR,        fails",
        "INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, fails",
        "INCONCLUSIVE, FAIL,         FAIL,         fails",
        "INCONCLUSIVE, ERROR,        ERROR,        fails",
        "FAIL,         FAIL,         FAIL,         fails",
        "FAIL,         ERROR,        ERROR,        fails",
        "ERROR,        ERROR,        ERROR,        fails"
    })
    void comeToTheWorstOfThem(String one, String other, VerdictStatus worst, String build) {
        for (List<Gate> gates : List.of(List.of(says(one), says(other)), List.of(says(other), says(one)))) {
            List<Verdict> verdicts =
                    Gates.of(gates).decide(Runs.of("f1").with(4, 1).end());

            assertThat(Verdict.worst(verdicts)).isEqualTo(worst);
            assertThat(verdicts.stream().anyMatch(Verdict::failsTheBuild)).isEqualTo(build.equals("fails"));
        }
    }

    @Test
    void comeToPassWhereThereAreNone() {
        assertThat(Verdict.worst(List.of())).isEqualTo(VerdictStatus.PASS);
    }

    @Test
    void showAWarningAsInconclusiveAndNeverAsAPass() {
        Verdict warning = says("WARN").decide(Runs.of("f1").with(4, 1).end());

        assertThat(warning.line()).isEqualTo("INCONCLUSIVE (only a warning) @Mine: too few cases");
        assertThat(warning.warns()).isTrue();
    }

    @Test
    void areNotSoftenedByAWarningThatIsMeantForInconclusiveOnes() {
        for (VerdictStatus status : List.of(VerdictStatus.FAIL, VerdictStatus.ERROR)) {
            Verdict verdict = verdict(status).onlyWarning(true);

            assertThat(verdict.failsTheBuild()).as(status.name()).isTrue();
            assertThat(verdict.warns()).isFalse();
            assertThat(verdict.shownStatus()).isEqualTo(status.name());
        }
    }

    private static Gate says(String what) {
        Verdict verdict = what.equals("WARN")
                ? verdict(VerdictStatus.INCONCLUSIVE).onlyWarning(true)
                : verdict(VerdictStatus.valueOf(what));
        return new Gate() {
            @Override
            public GateDescription describe() {
                return verdict.gate();
            }

            @Override
            public Verdict decide(RunSummary run) {
                return verdict;
            }
        };
    }

    private static Verdict verdict(VerdictStatus status) {
        return Verdict.of(new GateDescription("Mine", Map.of()), status, "too few cases", new Tally(4, 0, 0, 0));
    }
}
