package dev.junitllm.run;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * In which order the samples of a golden set run. A row is a sample's number in the order of the golden file, case by case;
 * a place is its number in the order in which it is to run. Thread-safe.
 */
public final class SamplePlan {

    private static final String GENERATOR = "L64X128MixRandom";

    /** Spreads the seeds of neighbouring rounds: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final int cases;
    private final int samplesPerCase;
    private final long seed;

    /** The cases of each round, drawn when the round is first asked for; none in file order. */
    private final AtomicReferenceArray<int[]> rounds;

    private SamplePlan(int cases, int samplesPerCase, long seed, int rounds) {
        this.cases = cases;
        this.samplesPerCase = samplesPerCase;
        this.seed = seed;
        this.rounds = new AtomicReferenceArray<>(rounds);
        Math.multiplyExact(cases, samplesPerCase);
    }

    /**
     * All samples of the first case, then all of the second.
     *
     * @param cases how many cases there are
     * @param samplesPerCase how many samples each gets
     * @return the plan
     * @throws ArithmeticException where that is more samples than an {@code int} counts
     */
    public static SamplePlan inFileOrder(int cases, int samplesPerCase) {
        return new SamplePlan(cases, samplesPerCase, 0, 0);
    }

    /**
     * One sample of every case, then a second one of every case: each round in an order of its own, so that whenever the
     * run stops the samples taken say the most of the whole set.
     *
     * @param cases how many cases there are
     * @param samplesPerCase how many samples each gets at most: so many rounds there are
     * @param seed of the generator L64X128MixRandom; the same seed gives the same order
     * @return the plan
     * @throws ArithmeticException where that is more samples than an {@code int} counts
     */
    public static SamplePlan inRounds(int cases, int samplesPerCase, long seed) {
        return new SamplePlan(cases, samplesPerCase, seed, samplesPerCase);
    }

    /**
     * How many cases there are.
     *
     * @return the number
     */
    public int cases() {
        return cases;
    }

    /**
     * How many samples each case gets, at most.
     *
     * @return at least 1
     */
    public int samplesPerCase() {
        return samplesPerCase;
    }

    /**
     * How many samples there are, at most.
     *
     * @return the number of places, and of rows
     */
    public int size() {
        return cases * samplesPerCase;
    }

    /**
     * Whether every case has its turn before any has a second one.
     *
     * @return false where samples run in the order of the golden file
     */
    public boolean isInRounds() {
        return rounds.length() > 0;
    }

    /**
     * The row of a place.
     *
     * @param place from 0
     * @return the row, from 0
     */
    public int row(int place) {
        Objects.checkIndex(place, size());
        if (!isInRounds()) {
            return place;
        }
        int round = place / cases;
        return round(round)[place % cases] * samplesPerCase + round;
    }

    /**
     * The case of a row.
     *
     * @param row from 0
     * @return its number in the golden file, from 0
     */
    public int caseOf(int row) {
        return row / samplesPerCase;
    }

    /**
     * The sample of a row.
     *
     * @param row from 0
     * @return its number within the case, from 1
     */
    public int sampleOf(int row) {
        return row % samplesPerCase + 1;
    }

    /** Drawn twice where two threads ask at once: the same either time. */
    private int[] round(int round) {
        int[] known = rounds.get(round);
        if (known != null) {
            return known;
        }
        int[] drawn = shuffled(seed + SPREAD * (round + 1));
        rounds.set(round, drawn);
        return drawn;
    }

    private int[] shuffled(long roundSeed) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(roundSeed);
        int[] order = new int[cases];
        Arrays.setAll(order, place -> place);
        for (int i = cases - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
