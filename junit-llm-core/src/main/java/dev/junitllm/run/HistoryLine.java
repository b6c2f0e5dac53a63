package dev.junitllm.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a history keeps of one run of a golden set. Immutable.
 *
 * @param test the test
 * @param time when the run of the set ended
 * @param run the name of the run's folder
 * @param origin what ran on what
 * @param scorers the fingerprints of the scorers, judges among them, by the names of their scores
 * @param cases how many cases were judged
 * @param samplesPerCase how many samples each got, at most
 * @param restarts whether somebody declared that a new level begins here
 * @param outcomes how many samples came out each way
 * @param errors how many samples ended in each kind of error
 * @param figures the figures, by their names
 * @param verdicts what the gates said
 */
public record HistoryLine(
        TestId test,
        Instant time,
        String run,
        BaselineOrigin origin,
        Map<String, String> scorers,
        int cases,
        int samplesPerCase,
        boolean restarts,
        Map<CaseOutcome, Integer> outcomes,
        Map<String, Integer> errors,
        Map<String, HistoryFigure> figures,
        List<GateStatus> verdicts) {

    /**
     * What a gate said.
     *
     * @param gate as it is written
     * @param status what it said
     */
    public record GateStatus(String gate, VerdictStatus status) {}

    /**
     * Checks what it is made of.
     *
     * @param test the test
     * @param time when the run of the set ended
     * @param run the name of the run's folder
     * @param origin what ran on what
     * @param scorers the fingerprints of the scorers, judges among them, by the names of their scores
     * @param cases how many cases were judged
     * @param samplesPerCase how many samples each got, at most
     * @param restarts whether somebody declared that a new level begins here
     * @param outcomes how many samples came out each way
     * @param errors how many samples ended in each kind of error
     * @param figures the figures, by their names
     * @param verdicts what the gates said
     */
    public HistoryLine {
        scorers = ordered(scorers);
        outcomes = ordered(outcomes);
        errors = ordered(errors);
        figures = ordered(figures);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A figure.
     *
     * @param name its name
     * @return the figure, or empty where the run has none of that name
     */
    public Optional<HistoryFigure> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    /**
     * Whether the run says nothing of the application but that it could not be judged.
     *
     * @return true where a gate ended in ERROR
     */
    public boolean isError() {
        return verdicts.stream().anyMatch(verdict -> verdict.status() == VerdictStatus.ERROR);
    }

    /**
     * The same run once its gates have been asked.
     *
     * @param said what they said
     * @return the line
     */
    public HistoryLine with(List<Verdict> said) {
        List<GateStatus> statuses = said.stream()
                .map(verdict -> new GateStatus(verdict.gate().asWritten(), verdict.status()))
                .toList();
        return new HistoryLine(
                test, time, run, origin, scorers, cases, samplesPerCase, restarts, outcomes, errors, figures, statuses);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
