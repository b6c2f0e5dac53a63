package dev.junitllm.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs eval test classes through the real engine, and says in their own words how they ended. */
final class EvalTestKit {

    private final Map<String, String> parameters = new LinkedHashMap<>(Map.of(
            "junit.llm.console", "off", // no test finds what another has left
            "junit.llm.history", "off"));
    private final List<String> uniqueIds = new ArrayList<>();

    private EvalTestKit() {}

    static EvalRun run(Class<?> testClass) {
        return new EvalTestKit().execute(testClass);
    }

    static EvalTestKit with(String key, Object value) {
        return new EvalTestKit().and(key, value);
    }

    static EvalTestKit only(String uniqueId) {
        EvalTestKit kit = new EvalTestKit();
        kit.uniqueIds.add(uniqueId);
        return kit;
    }

    EvalTestKit and(String key, Object value) {
        parameters.put(key, value.toString());
        return this;
    }

    EvalTestKit andOnly(String uniqueId) {
        uniqueIds.add(uniqueId);
        return this;
    }

    EvalRun execute(Class<?> testClass) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
        if (uniqueIds.isEmpty()) {
            kit.selectors(selectClass(testClass));
        } else {
            uniqueIds.forEach(id -> kit.selectors(selectUniqueId(id)));
        }
        return new EvalRun(kit.execute());
    }

    /** What a run left. */
    record EvalRun(EngineExecutionResults results) {

        private static final Pattern SUMMARY = Pattern.compile("All cases and verdicts: (.+)");

        /** Each case's JUnit status by display name, in the order they ended. */
        Map<String, String> statuses() {
            Map<String, String> statuses = new LinkedHashMap<>();
            results.testEvents()
                    .filter(event -> event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED)
                    .forEach(event -> statuses.put(event.getTestDescriptor().getDisplayName(), status(event)));
            return statuses;
        }

        /** What a case ended with. */
        Throwable thrownBy(String displayName) {
            return results.testEvents()
                    .finished()
                    .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow())
                    .findFirst()
                    .orElseThrow();
        }

        /** What the golden-set methods themselves ended with: one entry for each that failed. */
        List<Throwable> verdicts() {
            return results.containerEvents()
                    .finished()
                    .filter(event ->
                            event.getRequiredPayload(TestExecutionResult.class).getStatus()
                                    != TestExecutionResult.Status.SUCCESSFUL)
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow())
                    .toList();
        }

        /** The message of the one golden-set method that failed. */
        String verdict() {
            List<Throwable> verdicts = verdicts();
            if (verdicts.size() != 1) {
                throw new AssertionError("one failed golden set was expected, not " + verdicts);
            }
            return String.valueOf(verdicts.get(0).getMessage());
        }

        /** The folder of the run, as the failed verdict names it. */
        Path folder() {
            Matcher matcher = SUMMARY.matcher(verdict());
            if (!matcher.find()) {
                throw new AssertionError("no folder is named in " + verdict());
            }
            return Path.of(matcher.group(1)).getParent();
        }

        String uniqueIdOf(String displayName) {
            return results.testEvents()
                    .started()
                    .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                    .map(event -> event.getTestDescriptor().getUniqueId().toString())
                    .findFirst()
                    .orElseThrow();
        }

        private static String status(Event event) {
            return event.getType() == EventType.SKIPPED
                    ? "DISABLED"
                    : event.getRequiredPayload(TestExecutionResult.class)
                            .getStatus()
                            .name();
        }
    }
}
