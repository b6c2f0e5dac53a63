package dev.junitllm.gate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * In which order the samples of a run count. That is the planned order, so that the verdict is the same at any parallelism,
 * as long as they begin more or less in it. A sample that has not begun when many planned after it have (JUnit's pool puts
 * one aside and comes back to it at the very end) counts from when it does begin.
 *
 * <p>A sample's place is settled when it begins, before anything is known of how it comes out: neither its answer nor how
 * long that takes can move it, which would favour quick answers. For one thread at a time.
 */
final class RunningOrder {

    /** How far the beginnings may stray from the planned order, beside what runs at once. */
    private static final int SLACK = 4;

    private final BitSet begun = new BitSet();

    /** The first place that is neither settled nor put aside. */
    private int next;

    private int[] settled = new int[64];
    private int size;

    /**
     * A sample begins.
     *
     * @param place its number in the planned order
     * @param atOnce how many have run at once so far, at the most
     */
    void begins(int place, int atOnce) {
        begun.set(place);
        if (place < next) {
            settle(place);
        }
        int farthest = begun.length() - 1;
        int slack = SLACK + SLACK * atOnce;
        while (next <= farthest && (begun.get(next) || farthest - next > slack)) {
            if (begun.get(next)) {
                settle(next);
            }
            next++;
        }
    }

    int size() {
        return size;
    }

    int place(int i) {
        return settled[i];
    }

    int[] first(int places) {
        return Arrays.copyOf(settled, places);
    }

    private void settle(int place) {
        if (size == settled.length) {
            settled = Arrays.copyOf(settled, 2 * size);
        }
        settled[size++] = place;
    }
}
