package dev.junitllm.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Which cases of a golden set to run. What is given must all hold: tags first, then ids, then the sample of what is left.
 *
 * @param tags only cases that carry one of these; empty for all
 * @param ids only cases whose id matches one of these ({@code *} and {@code ?} are wildcards); empty for all
 * @param sample only so many, drawn at random, at least 1; empty for all
 * @param seed what the draw depends on, besides the number of cases
 */
public record Selection(List<String> tags, List<String> ids, OptionalInt sample, long seed) {

    /** Every case. */
    public static final Selection ALL = new Selection(List.of(), List.of(), OptionalInt.empty(), 0);

    /**
     * Checks what it is made of.
     *
     * @param tags only cases that carry one of these; empty for all
     * @param ids only cases whose id matches one of these ({@code *} and {@code ?} are wildcards); empty for all
     * @param sample only so many, drawn at random, at least 1; empty for all
     * @param seed what the draw depends on, besides the number of cases
     */
    public Selection {
        tags = List.copyOf(tags);
        ids = List.copyOf(ids);
        if (sample.isPresent() && sample.getAsInt() < 1) {
            throw new IllegalArgumentException("a sample has at least 1 case, unlike " + sample.getAsInt());
        }
    }

    /**
     * Whether every case is selected, whatever the set.
     *
     * @return true for {@link #ALL}
     */
    public boolean isAll() {
        return tags.isEmpty() && ids.isEmpty() && sample.isEmpty();
    }

    /**
     * Says what is selected, on one line.
     *
     * @return such as {@code tags 'refund' or 'eu', ids 'a-*', a sample of 12 (seed 7)}, or {@code all cases}
     */
    public String describe() {
        List<String> parts = new ArrayList<>();
        if (!tags.isEmpty()) {
            parts.add((tags.size() == 1 ? "tag " : "tags ") + Quoted.oneOf(tags));
        }
        if (!ids.isEmpty()) {
            parts.add((ids.size() == 1 ? "id " : "ids ") + Quoted.oneOf(ids));
        }
        sample.ifPresent(size -> parts.add("a sample of " + size + " (seed " + seed + ")"));
        return parts.isEmpty() ? "all cases" : String.join(", ", parts);
    }

    boolean takes(String id, List<String> tagsOfCase) {
        return (tags.isEmpty() || tagsOfCase.stream().anyMatch(tags::contains))
                && (ids.isEmpty() || ids.stream().anyMatch(glob -> Wildcard.matches(glob, id)));
    }

    /**
     * Draws the sample: Knuth's selection sampling (The Art of Computer Programming, volume 2, algorithm 3.4.2S), which
     * keeps the order. It uses the generator's raw 64-bit output alone, since only that is the same on every JDK.
     */
    int[] sampled(int[] rows) {
        if (sample.isEmpty() || sample.getAsInt() >= rows.length) {
            return rows;
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] drawn = new int[sample.getAsInt()];
        int taken = 0;
        for (int seen = 0; taken < drawn.length; seen++) {
            if ((random.nextLong() >>> 1) % (rows.length - seen) < drawn.length - taken) {
                drawn[taken++] = rows[seen];
            }
        }
        return drawn;
    }
}
