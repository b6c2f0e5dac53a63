package dev.junitllm.report;

import dev.junitllm.run.RunSummary;

/** What is said of a run whose answers are not all new, or not all there. */
public final class ReplayMessages {

    private ReplayMessages() {}

    /**
     * What is said of a golden set's run.
     *
     * @param run the run
     * @return how much of it was replayed and how much was not run; empty where neither
     */
    public static String remark(RunSummary run) {
        long ran = run.samples().count();
        int replayed = run.replayedSamples();
        int notRun = run.notRun();
        String first = replayed == 0 ? "" : "replayed: %s of %s from recordings".formatted(replayed, samples(ran, run));
        String second = notRun == 0 ? "" : "NOT RUN: %s of %s".formatted(notRun, samples(ran, run));
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }

    private static String samples(long number, RunSummary run) {
        return number + (run.samplesPerCase() == 1 ? " cases" : " samples");
    }
}
