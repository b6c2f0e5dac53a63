package dev.junitllm.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a mark of a baseline was recorded from: all that may explain why today is different. Each text is empty where it is
 * not known.
 *
 * @param goldenSet the fingerprint of the golden set's cases
 * @param application the application's version, from {@code junit.llm.application-version}
 * @param prompt the prompt's version, from {@code junit.llm.prompt-version}
 * @param model the model that answered, as it was returned
 * @param commit the commit that was checked out, followed by {@code +} where tracked files differed from it
 */
public record BaselineOrigin(String goldenSet, String application, String prompt, String model, String commit) {

    /**
     * What is known.
     *
     * @return the texts that aren't empty, by what they are called in a baseline
     */
    public Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        all().forEach((name, value) -> {
            if (!value.isEmpty()) {
                known.put(name, value);
            }
        });
        return known;
    }

    /**
     * What differs from another origin.
     *
     * @param today the other
     * @return the two texts by what they are called in a baseline, this one's first
     */
    public Map<String, Change> changes(BaselineOrigin today) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Map<String, String> now = today.all();
        all().forEach((name, value) -> {
            String other = now.getOrDefault(name, "");
            if (!value.equals(other)) {
                changes.put(name, new Change(value, other));
            }
        });
        return changes;
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("application", application);
        all.put("prompt", prompt);
        all.put("model", model);
        all.put("goldenSet", goldenSet);
        all.put("commit", commit);
        return all;
    }

    /**
     * One difference.
     *
     * @param before as the baseline has it; empty where it is not known
     * @param now as it is today; empty where it is not known
     */
    public record Change(String before, String now) {}
}
