package dev.junitllm.report.allure;

import dev.junitllm.run.TestId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies the results of one method over all runs, by the names they are filed under: no two methods of a run share
 * them. Allure's own ids count the invocations, so that a case inserted in a golden set would give every later one its
 * neighbour's history. Allure 2 follows {@code historyId}; Allure 3 follows {@code testCaseId} and those parameters that
 * are not excluded.
 *
 * @param test the names
 */
record MethodHistory(TestId test) {

    String caseId(String caseId) {
        return hash("case", caseId);
    }

    String sampleId(String caseId, int sample) {
        return hash("sample", caseId, Integer.toString(sample));
    }

    String verdictId() {
        return hash("verdict");
    }

    private String hash(String... parts) {
        String text = String.join("\0", test.className(), test.method(), String.join("\0", parts));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
