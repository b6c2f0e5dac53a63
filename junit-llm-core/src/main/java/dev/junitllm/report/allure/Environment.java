package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import dev.junitllm.run.GitState;
import dev.junitllm.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What stands in the report's environment box. */
final class Environment {

    /** The one entry to which several runs add, rather than the last one to write it. */
    static final String MODELS = "Models";

    private Environment() {}

    static Map<String, String> of(RunRecord run, Set<String> models) {
        Map<String, String> entries = new LinkedHashMap<>();
        run.libraries().forEach((name, version) -> entries.put(Printable.line(name), Printable.line(version)));
        GitState git = run.git();
        if (git != null) {
            entries.put("Commit", git.commit() + (git.dirty() ? " (with uncommitted changes)" : ""));
        }
        run.sets().forEach(set -> entries.put("Golden set " + Printable.line(set.goldenSet(), 200), set.fingerprint()));
        if (!models.isEmpty()) {
            entries.put(MODELS, Printable.line(String.join(", ", models), 1_000));
        }
        entries.put("Seed", Long.toString(run.seed()));
        entries.put("Answers", "live");
        return entries;
    }
}
