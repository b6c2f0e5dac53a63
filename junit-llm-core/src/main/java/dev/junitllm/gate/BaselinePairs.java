package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.TodaysCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A run's cases beside one mark of their baseline.
 *
 * @param pairs the cases that can be compared, in the order of the golden file
 * @param changed cases whose content is another than in the baseline
 * @param missing cases of the baseline that are gone from the golden set
 * @param unscored cases that were scored in the baseline, and to which nothing applies today
 * @param errors cases that ended in an error, by how they came out in the baseline
 * @param added cases that the baseline doesn't have
 */
record BaselinePairs(
        List<CasePair> pairs,
        List<String> changed,
        List<String> missing,
        List<String> unscored,
        Map<String, Compared.Level> errors,
        List<String> added) {

    static BaselinePairs of(
            RunSummary run,
            RunBaseline beside,
            Baseline baseline,
            Function<BaselineCase, BaselineMark> mark,
            Compared compared) {
        BaselinePairs pairs = new BaselinePairs(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
        Set<String> seen = new HashSet<>();
        Set<String> errors = new HashSet<>();
        run.samples().filter(compared::isError).map(SampleResult::caseId).forEach(errors::add);
        run.samples().filter(sample -> seen.add(sample.caseId())).forEach(sample -> {
            BaselineCase was = baseline.cases().get(sample.caseId());
            TodaysCase today = beside.cases().get(sample.caseId());
            Optional<Compared.Level> now = today == null ? Optional.empty() : compared.level(today.mark());
            boolean error = errors.contains(sample.caseId());
            if (was == null) {
                pairs.added.add(sample.caseId());
            } else if (!was.contentHash().equals(sample.contentHash())) {
                pairs.changed.add(sample.caseId());
            } else {
                compared.level(mark.apply(was)).ifPresent(before -> pairs.add(sample.caseId(), before, now, error));
            }
        });
        run.quarantined().forEach(quarantined -> seen.add(quarantined.caseId()));
        if (!beside.narrowed()) {
            baseline.cases().keySet().stream().filter(id -> !seen.contains(id)).forEach(pairs.missing::add);
        }
        return pairs;
    }

    private void add(String id, Compared.Level before, Optional<Compared.Level> now, boolean error) {
        if (now.isPresent()) {
            pairs.add(new CasePair(id, before, now.get()));
        } else if (error) {
            errors.put(id, before);
        } else {
            unscored.add(id);
        }
    }

    /** More than a tenth of the cases that both have. */
    boolean changedTooMuch() {
        return changed.size() * 10L > (long) changed.size() + pairs.size() + errors.size() + unscored.size();
    }

    boolean losesCoverage() {
        return !missing.isEmpty() || !unscored.isEmpty();
    }

    double[] differences() {
        return pairs.stream().mapToDouble(pair -> -pair.drop()).toArray();
    }

    double meanBefore() {
        return pairs.stream()
                .mapToDouble(pair -> pair.before().value())
                .average()
                .orElse(Double.NaN);
    }

    double meanNow() {
        return pairs.stream().mapToDouble(pair -> pair.now().value()).average().orElse(Double.NaN);
    }

    boolean everyCaseOnce() {
        return pairs.stream()
                .allMatch(pair -> pair.before().samples() == 1 && pair.now().samples() == 1);
    }

    BaselinePairs withErrorsAsFailures() {
        List<CasePair> all = new ArrayList<>(pairs);
        errors.forEach((id, before) -> all.add(new CasePair(id, before, new Compared.Level(0, 1))));
        return new BaselinePairs(all, changed, missing, unscored, Map.of(), added);
    }
}
