package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ScoreOutcome;
import java.util.ArrayList;
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
    private final List<? extends StoppingGate.Watch> watches;
    private final boolean oneFailureDecides;
    private final RunningOrder order = new RunningOrder();
    private final int planned;
    private int looked;
    private int seen;
    private int errors;
    private int tryAgainAt;
    private volatile boolean decided;

    private EarlyStop(
            Gates gates, RunSummary run, List<? extends StoppingGate.Watch> watches, boolean oneFailureDecides) {
        this.gates = gates;
        this.run = run;
        this.watches = watches;
        this.oneFailureDecides = oneFailureDecides;
        this.planned = run.planned();
    }

    /** Ends once gates that are about no fixed number of samples have seen enough. */
    static EarlyStop whenKnown(Gates gates, RunSummary run, List<StoppingGate> stopping) {
        return new EarlyStop(
                gates, run, stopping.stream().map(StoppingGate::watch).toList(), true);
    }

    /**
     * Ends once no further sample could change what any gate would say of all of them. A gate that fails for certain doesn't
     * decide alone: of the others, the verdicts are those of the whole run, too.
     */
    static EarlyStop whenSettled(Gates gates, RunSummary run) {
        List<Optional<Settling>> means = gates.all().stream()
                .filter(gate -> !(gate instanceof ErrorBudgetGate))
                .map(gate -> gate instanceof CurtailableGate curtailable
                        ? curtailable.settled(run.cases(), run.samplesPerCase())
                        : Optional.<Settling>empty())
                .toList();
        boolean every = means.stream().allMatch(Optional::isPresent);
        return new EarlyStop(
                gates, run, every ? means.stream().map(Optional::orElseThrow).toList() : List.of(new Never()), false);
    }

    /** Stands for a gate whose verdict is not known before the end. */
    private static final class Never implements StoppingGate.Watch {

        @Override
        public void add(SampleResult sample) {
            // no sample settles it
        }

        @Override
        public Optional<VerdictStatus> known() {
            return Optional.empty();
        }
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

    /**
     * What the gates said, in words that hold for a run of which some samples were left out: no interval for a fixed number.
     *
     * @param verdicts what they said of {@link #decisive()}
     * @return the verdicts, in the same order
     */
    public synchronized List<Verdict> reworded(List<Verdict> verdicts) {
        if (oneFailureDecides || !decided || looked == run.places()) {
            return verdicts;
        }
        List<Verdict> said = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            boolean settled = gates.all().get(i) instanceof CurtailableGate;
            said.add(settled ? reworded(verdicts.get(i), watches.get(next++)) : verdicts.get(i));
        }
        return said;
    }

    private static Verdict reworded(Verdict verdict, StoppingGate.Watch watch) {
        Estimate estimate = verdict.estimate();
        if (verdict.status() == VerdictStatus.ERROR || estimate == null || !(watch instanceof Settling settled)) {
            return verdict;
        }
        return Verdict.of(
                        verdict.gate(),
                        verdict.status(),
                        "%s of %s samples passed; %s"
                                .formatted(
                                        verdict.tally().passed(),
                                        verdict.tally().scored(),
                                        settled.reason()),
                        verdict.tally())
                .measured(Estimate.of(estimate.value()))
                .decidedBy(verdict.deciding());
    }

    private void add(SampleResult sample) {
        seen++;
        errors += Tallies.outcome(sample) == ScoreOutcome.ERROR ? 1 : 0;
        watches.forEach(watch -> watch.add(sample));
    }

    private boolean isDecided() {
        if (!gates.errorLimit().allows(new Tally(planned - errors, 0, errors, 0), run.cases())) {
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
                || (oneFailureDecides && known.stream().anyMatch(Optional.of(VerdictStatus.FAIL)::equals));
    }
}
