package dev.junitllm.jupiter;

import dev.junitllm.golden.GoldenCases;
import dev.junitllm.run.RunRecord.SetRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a run's record says of a golden set. */
final class SetRecords {

    private SetRecords() {}

    /** Of a set that begins: nothing was replayed yet. */
    static SetRecord of(
            EvalMethod method, GoldenCases cases, int samplesPerCase, String selection, UnaryOperator<String> redact) {
        Map<String, String> scorers = new LinkedHashMap<>();
        method.scoring().planned().forEach(score -> scorers.put(score.name(), score.fingerprint()));
        return new SetRecord(
                method.test(),
                goldenSet(method),
                cases.fingerprint(),
                cases.size(),
                cases.total(),
                samplesPerCase,
                selection,
                scorers,
                0,
                () -> method.scope().facts().now(redact));
    }

    /** As the annotation names it. */
    static String goldenSet(EvalMethod method) {
        return String.join(", ", method.goldenSet().value());
    }
}
