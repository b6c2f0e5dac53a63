package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ScoreOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Watches a run, and says when its verdict is known. Looks at the samples in the order in which they were to run, however
 * many run side by side and whichever is faster. Thread-safe.
 *
 * <p>One gate that fails decides, since every gate must pass; otherwise all must know. More errors than the whole plan would
 * allow decide, too. Where the errors so far are too many, but may yet be few among more samples, the run goes on.
 */
public final class EarlyStop {

    /** Where the samples so far can't be judged, how many more are waited for before it is tried again: a part of them. */
    private static final int AGAIN_AFTER = 20;

    private final Gates gates;
    private final RunSummary run;
    private final List<StoppingGate.Watch> watches;
    private final RunningOrder order = new RunningOrder();
    private int looked;
    private int seen;
    private int errors;
    private int tryAgainAt;
    private volatile boolean decided;

    EarlyStop(Gates gates, RunSummary run, List<StoppingGate.Watch> watches) {
        this.gates = gates;
        this.run = run;
        this.watches = watches;
    }

    /**
     * Whether the verdict is known. Asks for nothing but what {@link #look} has seen.
     *
     * @return true once it is, for good
     */
    public boolean decided() {
        return decided;
    }

    /**
     * A sample begins.
     *
     * @param place its number in the order in which the samples were to run, from 0
     * @param atOnce how many have run at once so far, at the most
     */
    public synchronized void begins(int place, int atOnce) {
        order.begins(place, atOnce);
    }

    /** Looks at the samples that have ended since. To be called whenever one has. */
    public synchronized void look() {
        while (!decided && looked < order.size()) {
            int place = order.place(looked);
            if (run.sees(place)) {
                Optional<SampleResult> next = run.at(place);
                if (next.isEmpty()) {
                    return;
                }
                add(next.get());
            }
            looked++;
            decided = isDecided();
        }
    }

    /**
     * The run as far as the verdict is about it.
     *
     * @return the samples up to the one with which the verdict was known, or all that were looked at where it never was
     */
    public synchronized RunSummary decisive() {
        return run.after(order.first(looked));
    }

    private void add(SampleResult sample) {
        seen++;
        errors += Tallies.outcome(sample) == ScoreOutcome.ERROR ? 1 : 0;
        watches.forEach(watch -> watch.add(sample));
    }

    private boolean isDecided() {
        if (!gates.errorLimit().allows(new Tally(run.places() - errors, 0, errors, 0), run.cases())) {
            return true;
        }
        if (!isKnown() || seen < tryAgainAt) {
            return false;
        }
        boolean judged = gates.decide(decisive()).stream().map(Verdict::status).noneMatch(VerdictStatus.ERROR::equals);
        tryAgainAt = seen + 1 + seen / AGAIN_AFTER;
        return judged;
    }

    private boolean isKnown() {
        List<Optional<VerdictStatus>> known =
                watches.stream().map(StoppingGate.Watch::known).toList();
        return known.stream().allMatch(Optional::isPresent)
                || known.stream().anyMatch(Optional.of(VerdictStatus.FAIL)::equals);
    }
}
