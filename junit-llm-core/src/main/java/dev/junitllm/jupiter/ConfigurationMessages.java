package dev.junitllm.jupiter;

import dev.junitllm.run.TestId;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is said of annotations that are wrong; all of it before any case runs. */
final class ConfigurationMessages {

    private ConfigurationMessages() {}

    static ExtensionConfigurationException noScorer(TestId test) {
        return new ExtensionConfigurationException(
                "%s has no scorer, so nothing would be checked: add one, such as @ReferenceScore(ExactMatch.Folded.class)"
                        .formatted(test.displayName()));
    }

    static ExtensionConfigurationException sameName(TestId test, String name) {
        return new ExtensionConfigurationException(
                "%s has two scores called '%s': give one of them another name (name = \"…\")"
                        .formatted(test.displayName(), name));
    }

    static ExtensionConfigurationException emptyGroup(TestId test, String name) {
        return new ExtensionConfigurationException(
                "@ScoreGroup(name = \"%s\") on %s has no member: give a score group = \"%s\", or remove the group"
                        .formatted(name, test.displayName(), name));
    }

    static ExtensionConfigurationException onlyRecorded(TestId test) {
        return new ExtensionConfigurationException(
                "every score of %s is recordOnly and no gate names one, so nothing could fail: give a score a bar (atLeast), or add @MeanScore"
                        .formatted(test.displayName()));
    }

    static ExtensionConfigurationException tooFewSamples(TestId test, int samples) {
        return new ExtensionConfigurationException(
                "@Samples(%s) on %s: each case must run at least once".formatted(samples, test.displayName()));
    }

    static ExtensionConfigurationException samples(TestId test, String problem) {
        return new ExtensionConfigurationException("@Samples on %s: %s".formatted(test.displayName(), problem));
    }

    static ExtensionConfigurationException mostlyQuarantined(TestId test, int quarantined, int cases) {
        return new ExtensionConfigurationException(
                "@Quarantine on %s: %s of %s cases are in quarantine, over half of the set, so its gates would judge something else than the set"
                        .formatted(test.displayName(), quarantined, cases));
    }

    static ExtensionConfigurationException sameTest(TestId test) {
        return new ExtensionConfigurationException(
                "two golden sets are called %s, so their results couldn't be told apart: name one of them, @GoldenSet(name = \"…\")"
                        .formatted(test.displayName()));
    }

    static ExtensionConfigurationException baselineNeedsAll(TestId test) {
        return new ExtensionConfigurationException(
                "%s compares with its baseline, for which every sample has to run: remove stopEarly, or put @NoRegression on a golden set of its own"
                        .formatted(test.displayName()));
    }

    static ExtensionConfigurationException sameBaseline(TestId test, String other, String file) {
        return new ExtensionConfigurationException(
                "%s and %s would have the same baseline, %s, where a file system doesn't tell upper from lower case: name one of them, @GoldenSet(name = \"…\")"
                        .formatted(test.displayName(), other, file));
    }

    static ExtensionConfigurationException narrowedRecording(TestId test, String selection) {
        return new ExtensionConfigurationException(
                "junit.llm.baseline asks for the baseline of %s to be recorded, but only %s are selected: a baseline is recorded from the whole set, so remove junit.llm.tags, junit.llm.cases and junit.llm.sample"
                        .formatted(test.displayName(), selection));
    }

    static ExtensionConfigurationException wrong(TestId test, String what, RuntimeException cause) {
        return new ExtensionConfigurationException(
                "%s on %s: %s".formatted(what, test.displayName(), cause.getMessage()), cause);
    }
}
