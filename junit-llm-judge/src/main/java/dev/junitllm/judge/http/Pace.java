package dev.junitllm.judge.http;

import java.util.concurrent.TimeUnit;

/**
 * How long the calls of one endpoint take, by rounds of as many as a host was allowed at once. Compared with itself alone: that a
 * judge takes longer than embeddings do says nothing of their host. Used under the lock of the host's gate.
 */
final class Pace {

    private static final int SLOWER = 3;

    /** Differences below are noise. */
    private static final long NOISE = TimeUnit.SECONDS.toNanos(1);

    private int shrinks;
    private int answers;
    private long time;
    private long fastest = Long.MAX_VALUE;

    /**
     * Counts an answer.
     *
     * @param took how long it took
     * @param round how many make a round
     * @param shrinksSoFar how often the limit has shrunk: each time, a round begins anew
     * @return whether a round ends with it that took much longer than the fastest
     */
    boolean isSlow(long took, int round, int shrinksSoFar) {
        if (shrinks != shrinksSoFar) {
            shrinks = shrinksSoFar;
            beginRound();
        }
        answers++;
        time += took;
        if (answers < round) {
            return false;
        }
        long mean = time / answers;
        boolean slow = fastest != Long.MAX_VALUE && mean > fastest * SLOWER && mean - fastest > NOISE;
        fastest = Math.min(fastest, mean);
        beginRound();
        return slow;
    }

    private void beginRound() {
        answers = 0;
        time = 0;
    }
}
