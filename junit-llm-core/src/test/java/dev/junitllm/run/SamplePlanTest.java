package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

    @Test
    void runsCaseByCaseUnlessTheRunMayEndEarly() {
        SamplePlan plan = SamplePlan.inFileOrder(2, 3);

        assertThat(rows(plan)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(rows(plan).stream().map(plan::caseOf)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(rows(plan).stream().map(plan::sampleOf)).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(plan.isInRounds()).isFalse();
    }

    @Test
    void goesThroughAllCasesBeforeAnyHasItsSecondTurn() {
        SamplePlan plan = SamplePlan.inRounds(7, 3, 1);

        List<Integer> rows = rows(plan);

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 21).boxed().toList());
        for (int round = 0; round < 3; round++) {
            List<Integer> ofRound = rows.subList(7 * round, 7 * round + 7);
            assertThat(ofRound.stream().map(plan::sampleOf).distinct()).containsExactly(round + 1);
            assertThat(ofRound.stream().map(plan::caseOf)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void drawsAnotherOrderForEachRoundAndSeedAndTheSameForTheSame() {
        SamplePlan plan = SamplePlan.inRounds(50, 2, 1);
        List<Integer> cases = rows(plan).stream().map(plan::caseOf).toList();

        assertThat(cases.subList(0, 50)).isNotEqualTo(cases.subList(50, 100));
        assertThat(rows(SamplePlan.inRounds(50, 2, 1))).isEqualTo(rows(plan));
        assertThat(rows(SamplePlan.inRounds(50, 2, 2))).isNotEqualTo(rows(plan));
    }

    @Test
    void drawsEachCaseAsOftenAtEachPlace() {
        int[] first = new int[5];
        for (int seed = 0; seed < 10_000; seed++) {
            SamplePlan plan = SamplePlan.inRounds(5, 1, seed);
            first[plan.caseOf(plan.row(0))]++;
        }

        assertThat(first[0]).isBetween(1850, 2150);
        assertThat(first[4]).isBetween(1850, 2150);
    }

    @Test
    void refusesMoreSamplesThanCanBeCounted() {
        assertThatThrownBy(() -> SamplePlan.inRounds(100_000, 50_000, 1)).isInstanceOf(ArithmeticException.class);
    }

    private static List<Integer> rows(SamplePlan plan) {
        return IntStream.range(0, plan.size()).mapToObj(plan::row).toList();
    }
}
