package dev.junitllm.report.allure;

import dev.junitllm.run.TestId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the results of one method over all runs. Allure's own ids count the invocations, so that a case inserted in
 * a golden set would give every later one its neighbour's history. Allure 2 follows {@code historyId}; Allure 3 follows
 * {@code testCaseId} and those parameters that are not excluded.
 *
 * @param test the class and method
 * @param invocation which invocation of a class template and, where the method is overloaded, which of its overloads
 * @param template the unique id of the method in this run
 */
record MethodHistory(TestId test, String invocation, String template) {

    private static final Pattern CLASS_INVOCATION = Pattern.compile("\\[class-template-invocation:[^\\]]*\\]");

    private static final Pattern METHOD = Pattern.compile("\\[test-template:[^\\]]*\\]");

    static MethodHistory of(TestId test, @Nullable String template) {
        String id = template == null ? "" : template;
        String invocation = all(CLASS_INVOCATION, id);
        return new MethodHistory(test, TestMethods.of(test).size() > 1 ? invocation + all(METHOD, id) : invocation, id);
    }

    private static String all(Pattern pattern, String id) {
        return pattern.matcher(id).results().map(found -> found.group()).collect(Collectors.joining());
    }

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
        String text = String.join("\0", test.className(), test.method(), invocation, String.join("\0", parts));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
