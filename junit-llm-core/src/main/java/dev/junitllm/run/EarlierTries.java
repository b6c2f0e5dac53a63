package dev.junitllm.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What earlier runs of this JVM have left on disk. A JVM runs a test once, but for builds that run failed tests again until
 * they pass.
 */
final class EarlierTries {

    private EarlierTries() {}

    static Set<String> failedCases(Path folder, TestId test) {
        Instant began = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        return failedCases(folder, test, began);
    }

    static Set<String> failedCases(Path folder, TestId test, Instant jvmBegan) {
        Set<String> failed = new LinkedHashSet<>();
        try {
            for (Path earlier : RunFolder.ofSameProcess(folder, jvmBegan)) {
                Path cases = earlier.resolve("cases.jsonl");
                if (Files.exists(cases)) {
                    KeptCases.read(cases, test, one -> {
                        if (one.outcome() == CaseOutcome.FAILED) {
                            failed.add(one.caseId());
                        }
                    });
                }
            }
            return failed;
        } catch (IOException e) {
            throw new UncheckedIOException("the results of earlier runs can't be read beside " + folder, e);
        }
    }
}
