package dev.junitllm.jupiter;

import dev.junitllm.gate.EarlyStop;
import dev.junitllm.report.StoppingMessages;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Whether a golden set's run goes on, and what was saved where it does not. Thread-safe. */
final class Stopping {

    private final Optional<EarlyStop> early;
    private final AtomicInteger leftOut = new AtomicInteger();
    private final Spent spent = new Spent();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /** Decided once: a run that has left something out stays stopped, and one that must be whole stays whole. */
    private enum State {
        RUNNING,
        STOPPED,
        NEVER_STOPS
    }

    /** @param early says when the verdict is known; empty where every sample runs */
    Stopping(Optional<EarlyStop> early) {
        this.early = early;
    }

    /** Nothing stops early: somebody picked single cases, and wants to see them. */
    void never() {
        state.compareAndSet(State.RUNNING, State.NEVER_STOPS);
    }

    /** A sample has ended, and is kept. Answers from recordings cost nothing, so a replayed run is always whole. */
    void ended(CaseResult result) {
        if (result.replayed()) {
            never();
        }
        spent.add(result.exchange());
        early.ifPresent(watch -> {
            watch.look();
            if (watch.decided()) {
                state.compareAndSet(State.RUNNING, State.STOPPED);
            }
        });
    }

    /** Whether the verdict is known, and nothing more is to run. */
    boolean isEffective() {
        return state.get() == State.STOPPED;
    }

    /** Why a sample whose turn it is is not needed; empty where it begins. */
    Optional<String> leavesOut(int place, int atOnce) {
        if (!isEffective()) {
            early.ifPresent(watch -> watch.begins(place, atOnce));
            return Optional.empty();
        }
        leftOut.incrementAndGet();
        return Optional.of(StoppingMessages.LEFT_OUT);
    }

    int leftOut() {
        return leftOut.get();
    }

    /** The run as far as its verdict is about it. */
    RunSummary decisive(RunSummary summary) {
        return early.map(EarlyStop::decisive).orElse(summary);
    }

    /** What the gates said of that, in words that hold for a run that has stopped early. */
    List<Verdict> reworded(List<Verdict> verdicts) {
        return isEffective() ? early.orElseThrow().reworded(verdicts) : verdicts;
    }

    /** What is said of a run that has stopped early; empty where every sample ran. */
    String remark(RunSummary summary) {
        if (!isEffective()) {
            return "";
        }
        return StoppingMessages.stopped(summary, decisive(summary), spent.tokensPerSample(), spent.costPerSample());
    }
}
