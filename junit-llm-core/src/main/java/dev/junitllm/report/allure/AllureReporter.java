package dev.junitllm.report.allure;

import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.report.RunReporter;
import dev.junitllm.report.SetReport;
import dev.junitllm.report.waterfall.Heading;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.TestId;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reports to Allure, beside Allure's own JUnit listener. That listener makes one result per case and one per failed
 * golden-set method; this class fills them, and adds one per method whose gates passed. Where the listener is not active
 * (it never started the cases that end here) nothing is written.
 */
final class AllureReporter implements RunReporter {

    private static final int MOST_MODELS = 20;

    private final Supplier<AllureLifecycle> lifecycle;
    private final Supplier<Path> folder;
    private final boolean softMissesSkipped;
    private final Map<TestId, Surroundings> surroundings = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<String> models = new ConcurrentSkipListSet<>();

    /**
     * A reporter.
     *
     * @param lifecycle Allure's, asked anew each time since it can be exchanged
     * @param folder where Allure puts its results
     * @param softMissesSkipped whether a miss that a gate answers for stays skipped
     */
    AllureReporter(Supplier<AllureLifecycle> lifecycle, Supplier<Path> folder, boolean softMissesSkipped) {
        this.lifecycle = lifecycle;
        this.folder = folder;
        this.softMissesSkipped = softMissesSkipped;
    }

    static AllureReporter toConfiguredFolder(boolean softMissesSkipped) {
        return new AllureReporter(Allure::getLifecycle, ResultsFolder::configured, softMissesSkipped);
    }

    @Override
    public void caseFinished(CaseResult result, Trace trace, String selection) {
        AllureLifecycle allure = lifecycle.get();
        allure.getCurrentTestCase()
                .ifPresent(uuid -> allure.updateTestCase(uuid, shown -> {
                    // A golden set that is run inside another test (by a test of an extension) finds that one here.
                    if (ShownMethod.isInvocation(shown, result.test())) {
                        show(result, trace, selection, shown, new Attachments(allure));
                    }
                }));
    }

    private void show(CaseResult result, Trace trace, String selection, TestResult shown, Attachments attachments) {
        surroundings.computeIfAbsent(result.test(), test -> Surroundings.of(shown));
        Stream.concat(
                        Stream.ofNullable(result.exchange().attributes().get("model")),
                        trace.modelCalls().stream().map(TraceSpan::model).flatMap(Optional::stream))
                .filter(model -> !model.isBlank())
                .limit(MOST_MODELS)
                .forEach(this::seen);
        new CaseContent(result, trace, selection, softMissesSkipped).showIn(shown, attachments);
    }

    @Override
    public void testTraced(TestId test, KeptTrace trace) {
        AllureLifecycle allure = lifecycle.get();
        allure.getCurrentTestCase()
                .ifPresent(uuid -> allure.updateTestCase(uuid, shown -> {
                    if (ShownMethod.isContainer(shown, test) || ShownMethod.isInvocation(shown, test)) {
                        new TraceContent(trace.trace(), Heading.of(test, trace)).showIn(shown, new Attachments(allure));
                    }
                }));
    }

    private void seen(String model) {
        if (models.size() < MOST_MODELS) {
            models.add(model);
        }
    }

    @Override
    public void setFinished(SetReport set, RunRecord run) {
        AllureLifecycle allure = lifecycle.get();
        Surroundings around = surroundings.get(set.summary().test());
        if (fails(set)) {
            // JUnit is about to fail the method, and Allure's listener to make a result of that, on this thread.
            allure.scheduleTestCase(new VerdictHandover(VerdictContent.of(set), new Attachments(allure)));
        } else if (set.ending() == SetReport.Ending.DECIDED && around != null) {
            writePassed(set, around, allure);
        }
        if (!surroundings.isEmpty()) {
            ResultsFolder results = new ResultsFolder(folder.get());
            results.mergeCategories();
            results.mergeEnvironment(Environment.of(run, models));
        }
    }

    private static boolean fails(SetReport set) {
        return switch (set.ending()) {
            case DECIDED -> set.failsTheBuild();
            case BROKEN -> true;
            // Each case decided for itself, or nothing was decided: a result here would hide an earlier verdict.
            case NO_GATES, PARTIAL -> false;
        };
    }

    private static void writePassed(SetReport set, Surroundings around, AllureLifecycle allure) {
        TestResult result = around.newResult();
        VerdictContent.of(set).showIn(result, new Attachments(allure));
        // Not startTestCase: it would end whatever test is current on this thread.
        allure.scheduleTestCase(result);
        result.setStage(Stage.FINISHED);
        allure.writeTestCase(result.getUuid());
    }
}
