package dev.junitllm.report.alert;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.gate.Drift;
import dev.junitllm.gate.DriftWarning;
import dev.junitllm.report.SetReport;
import dev.junitllm.report.ShownPath;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptCases;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is told of a golden set.
 *
 * @param test the class and method
 * @param status the worst verdict, or that something drifts
 * @param goldenSet as the annotation names it
 * @param outcomes how the samples came out
 * @param commit what was checked out; empty where that is not known
 * @param verdicts what each gate that fails the build says
 * @param drift what has begun to drift
 * @param worst the cases that stand against it most
 * @param results where all cases are
 * @param summary where the run is summed up
 */
record Alert(
        String test,
        String status,
        String goldenSet,
        String outcomes,
        String commit,
        List<String> verdicts,
        List<String> drift,
        List<WorstCase> worst,
        String results,
        String summary) {

    private static final int CASES_SHOWN = 10;
    private static final int LONGEST_LINE = 1_000;

    /**
     * One case.
     *
     * @param trace the file that keeps its trace; empty where none does
     */
    record WorstCase(String name, String outcome, String why, String trace) {}

    /**
     * What there is to tell.
     *
     * @param redact removes secrets, should there be one in a name
     * @return empty where the set neither fails the build nor begins to drift
     */
    static Optional<Alert> of(SetReport set, RunRecord run, UnaryOperator<String> redact) {
        boolean broken = set.ending() == SetReport.Ending.BROKEN;
        List<DriftWarning> drift = set.summary().history().stream()
                .flatMap(history -> Drift.of(history).warnings().stream())
                .filter(DriftWarning::isNew)
                .toList();
        if (!broken && !set.failsTheBuild() && drift.isEmpty()) {
            return Optional.empty();
        }
        UnaryOperator<String> safe = text -> Printable.line(redact.apply(text), LONGEST_LINE);
        Stream<String> gates =
                set.verdicts().stream().filter(Verdict::failsTheBuild).map(Verdict::line);
        Path folder = Optional.ofNullable(set.summaryFile().getParent()).orElse(Path.of(""));
        return Optional.of(new Alert(
                safe.apply(set.set().test().displayName()),
                broken ? "BROKEN" : set.failsTheBuild() ? set.worst().name() : "DRIFT",
                safe.apply(set.set().goldenSet()),
                outcomes(set.summary()),
                run.git() == null ? "" : run.git().commit(),
                (broken ? Stream.concat(Stream.of(set.remark()), gates) : gates)
                        .map(safe)
                        .toList(),
                drift.stream().map(warning -> safe.apply(warning.line())).toList(),
                worst(set, folder, safe),
                shown(folder.resolve("cases.jsonl"), safe),
                shown(set.summaryFile(), safe)));
    }

    private static String shown(Path file, UnaryOperator<String> safe) {
        return safe.apply(ShownPath.of(file, Path.of("")));
    }

    private static String outcomes(RunSummary summary) {
        return "%s passed, %s failed, %s errors, %s unscored"
                .formatted(
                        summary.count(CaseOutcome.PASSED),
                        summary.count(CaseOutcome.FAILED),
                        summary.count(CaseOutcome.ERROR),
                        summary.count(CaseOutcome.UNSCORED));
    }

    /** Those that decided a failing gate, worst first; where none says which, those with the lowest scores. */
    private static List<WorstCase> worst(SetReport set, Path folder, UnaryOperator<String> safe) {
        List<SampleResult> deciding = set.verdicts().stream()
                .filter(Verdict::failsTheBuild)
                .flatMap(verdict -> verdict.deciding().stream())
                .distinct()
                .limit(CASES_SHOWN)
                .toList();
        List<SampleResult> worst = deciding.isEmpty()
                ? set.summary()
                        .samples()
                        .filter(sample -> sample.outcome() != CaseOutcome.PASSED)
                        .sorted(Comparator.comparingDouble(Alert::lowest))
                        .limit(CASES_SHOWN)
                        .toList()
                : deciding;
        Map<Sample, String> traces = traces(set, folder, worst);
        return worst.stream()
                .map(sample -> new WorstCase(
                        safe.apply(CaseResult.displayName(
                                sample.caseId(), sample.sample(), set.set().samplesPerCase())),
                        sample.shownOutcome(),
                        safe.apply(why(sample)),
                        Optional.ofNullable(traces.get(Sample.of(sample)))
                                .map(file -> shown(folder.resolve(file), safe))
                                .orElse("")))
                .toList();
    }

    /** Which sample of which case. */
    private record Sample(String caseId, int number) {

        static Sample of(SampleResult result) {
            return new Sample(result.caseId(), result.sample());
        }
    }

    /** No sample's trace is held while a set runs: they are read back from the disk, for the few that are shown. */
    private static Map<Sample, String> traces(SetReport set, Path folder, List<SampleResult> shown) {
        Path cases = folder.resolve("cases.jsonl");
        Set<Sample> wanted = shown.stream().map(Sample::of).collect(Collectors.toSet());
        Map<Sample, String> files = new HashMap<>();
        if (!wanted.isEmpty() && Files.exists(cases)) {
            KeptCases.read(cases, set.set().test(), one -> {
                Sample sample = new Sample(one.caseId(), one.sample());
                if (wanted.contains(sample) && !one.traceFile().isEmpty()) {
                    files.put(sample, one.traceFile());
                }
            });
        }
        return files;
    }

    private static double lowest(SampleResult sample) {
        return sample.scores().stream()
                .map(SampleResult.ScoreValue::value)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(value -> value)
                .min()
                .orElse(0);
    }

    private static String why(SampleResult sample) {
        String scores = sample.scores().stream()
                .map(score -> score.name() + " "
                        + (score.value() == null ? score.outcome().toString() : Decimals.show(score.value())))
                .collect(Collectors.joining(", "));
        return Stream.of(scores, sample.error()).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
