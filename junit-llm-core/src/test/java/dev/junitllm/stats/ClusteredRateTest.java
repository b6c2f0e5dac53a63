package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClusteredRateTest {

    @Test
    void isClopperAndPearsonsWithOneSampleOfEachCase() {
        int[] passes = new int[30];
        Arrays.fill(passes, 0, 27, 1);
        int[] ones = new int[30];
        Arrays.fill(ones, 1);
        Interval clustered = ClusteredRate.of(passes, ones).oneSided(0.95);
        Interval plain = BinomialInterval.CLOPPER_PEARSON.oneSided(27, 30, 0.95);

        assertThat(clustered.lower()).isCloseTo(plain.lower(), within(1e-12));
        assertThat(clustered.upper()).isCloseTo(plain.upper(), within(1e-12));
        assertThat(clustered.size()).isEqualTo(30);
    }

    @Test
    void takesTheSamplesOfACaseForOneWhereAllCasesHaveTheSameRate() {
        ClusteredRate allPass = ClusteredRate.of(new int[] {3, 3, 3, 3}, new int[] {3, 3, 3, 3});
        ClusteredRate sameRate = ClusteredRate.of(new int[] {1, 2}, new int[] {3, 6});

        assertThat(allPass.oneSided(0.95).lower()).isCloseTo(Math.pow(0.05, 0.25), within(1e-9));
        assertThat(allPass.oneSided(0.95).upper()).isEqualTo(1);
        assertThat(allPass.standardError()).isZero();
        assertThat(allPass.designEffect()).isEqualTo(3);
        assertThat(sameRate.effectiveSize()).isEqualTo(2);
        assertThat(sameRate.rate()).isEqualTo(1 / 3.0);
    }

    @Test
    void takesOneCaseForOneObservation() {
        ClusteredRate one = ClusteredRate.of(new int[] {3}, new int[] {5});

        assertThat(one.standardError()).isNaN();
        assertThat(one.effectiveSize()).isEqualTo(1);
        assertThat(one.rate()).isEqualTo(0.6);
        assertThat(ClusteredRate.of(new int[] {5}, new int[] {5}).oneSided(0.95).lower())
                .isCloseTo(0.05, within(1e-9));
        assertThat(ClusteredRate.of(new int[] {0}, new int[] {5}).oneSided(0.95).lower())
                .isZero();
    }

    @Test
    void countsEveryCaseTheSame() {
        ClusteredRate uneven = ClusteredRate.of(new int[] {1, 0}, new int[] {1, 9});

        assertThat(uneven.rate()).isEqualTo(0.5);
        assertThat(uneven.samples()).isEqualTo(10);
        assertThat(uneven.cases()).isEqualTo(2);
        // r = 1, 0: the standard error is √(2/1 · 0.5) / 2
        assertThat(uneven.standardError()).isCloseTo(0.5, within(1e-12));
        assertThat(uneven.designEffect()).isEqualTo(9);
    }

    @Test
    void isWiderThanIfSamplesWereCases() {
        int[] passes = {5, 5, 5, 4, 5, 0, 5, 3, 5, 5};
        int[] samples = new int[10];
        Arrays.fill(samples, 5);
        Interval clustered = ClusteredRate.of(passes, samples).twoSided(0.95);
        Interval naive = BinomialInterval.CLOPPER_PEARSON.twoSided(42, 50, 0.95);

        assertThat(clustered.lower()).isLessThan(naive.lower());
        assertThat(clustered.upper()).isGreaterThan(naive.upper());
        assertThat(clustered.method()).isEqualTo("Korn–Graubard");
        assertThat(clustered.twoSided()).isTrue();
    }

    @Test
    void neverCountsMoreThanThereIs() {
        // less spread than chance would make: the design effect is clipped to 1
        ClusteredRate regular = ClusteredRate.of(new int[] {5, 5, 4, 5}, new int[] {9, 9, 9, 9});

        assertThat(regular.designEffect()).isEqualTo(1);
        assertThat(regular.effectiveSize()).isLessThanOrEqualTo(36);
    }

    @Test
    void showsNoMoreThanAPerfectRunOfAsManyCases() {
        int[] samples = new int[20];
        Arrays.fill(samples, 5);
        int[] oneMissed = samples.clone();
        oneMissed[7] = 4;
        Interval perfect = ClusteredRate.of(samples, samples).demonstrated(0.95);
        ClusteredRate nearly = ClusteredRate.of(oneMissed, samples);

        assertThat(nearly.oneSided(0.95).lower()).isCloseTo(0.950, within(0.001));
        assertThat(perfect.lower()).isCloseTo(0.861, within(0.001));
        assertThat(nearly.demonstrated(0.95).lower()).isEqualTo(perfect.lower());
        assertThat(nearly.demonstrated(0.95).method()).isEqualTo("Korn–Graubard, capped");
        assertThat(nearly.demonstrated(0.95).upper())
                .isEqualTo(nearly.oneSided(0.95).upper());
    }

    @Test
    void showsNoLessThanARunThatFailedThroughout() {
        int[] samples = new int[20];
        Arrays.fill(samples, 5);
        int[] onePassed = new int[20];
        onePassed[7] = 1;
        Interval nothing = ClusteredRate.of(new int[20], samples).demonstrated(0.95);

        assertThat(ClusteredRate.of(onePassed, samples).demonstrated(0.95).upper())
                .isEqualTo(nothing.upper())
                .isCloseTo(0.139, within(0.001));
    }

    @Test
    void showsAsMuchAsClopperAndPearsonWithOneSampleOfEachCase() {
        int[] ones = new int[30];
        Arrays.fill(ones, 1);
        for (int failed = 0; failed <= 30; failed++) {
            int[] passes = ones.clone();
            Arrays.fill(passes, 0, failed, 0);
            Interval shown = ClusteredRate.of(passes, ones).demonstrated(0.95);
            Interval plain = BinomialInterval.CLOPPER_PEARSON.oneSided(30 - failed, 30, 0.95);

            assertThat(shown.lower()).isCloseTo(plain.lower(), within(1e-12));
            assertThat(shown.upper()).isCloseTo(plain.upper(), within(1e-12));
            assertThat(shown.method()).isEqualTo("Clopper–Pearson");
        }
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredRate.of(new int[0], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredRate.of(new int[1], new int[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredRate.of(new int[] {1, 3}, new int[] {1, 2}))
                .withMessage("case 1 passed 3 of 2 samples");
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredRate.of(new int[] {0}, new int[] {0}));
    }
}
