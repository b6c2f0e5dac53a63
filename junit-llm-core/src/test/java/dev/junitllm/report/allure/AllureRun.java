package dev.junitllm.report.allure;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Trace;
import dev.junitllm.report.RunReporter;
import dev.junitllm.run.TestId;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs planned golden sets on the real engine with Allure's real listener, into a folder of their own. */
final class AllureRun {

    private static final Map<String, AllureRun> RUNNING = new ConcurrentHashMap<>();

    private static final String KEY = "planned.run";

    private final AllureLifecycle lifecycle;
    private final Map<TestId, Plan> plans = new ConcurrentHashMap<>();
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private final Path folder;
    private Trace trace = Trace.NONE;
    private boolean skipped;
    private boolean listening = true;
    private RunReporter reporter;

    AllureRun(Path folder) {
        this.folder = folder;
        this.lifecycle = new AllureLifecycle(new FileSystemResultsWriter(folder));
    }

    static AllureRun of(ExtensionContext context) {
        return RUNNING.get(context.getConfigurationParameter(KEY).orElseThrow());
    }

    AllureRun plan(Plan plan) {
        plans.put(plan.test(), plan);
        return this;
    }

    /** Every case leaves this one. */
    AllureRun traced(Trace left) {
        trace = left;
        return this;
    }

    Trace trace() {
        return trace;
    }

    AllureRun softMissesSkipped() {
        skipped = true;
        return this;
    }

    AllureRun withoutListener() {
        listening = false;
        return this;
    }

    AllureRun with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Plan plan(TestId test) {
        return plans.get(test);
    }

    RunReporter reporter() {
        return reporter;
    }

    Results run(Class<?>... testClasses) {
        reporter = new AllureReporter(() -> lifecycle, () -> folder, skipped);
        String id = UUID.randomUUID().toString();
        RUNNING.put(id, this);
        AllureLifecycle before = Allure.getLifecycle();
        Allure.setLifecycle(lifecycle); // Allure's listener asks for this one after @BeforeEach and @AfterEach
        try {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .configurationParameter(KEY, id)
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                    .configurationParameters(parameters);
            for (Class<?> testClass : testClasses) {
                request.selectors(selectClass(testClass));
            }
            execute(request.build());
        } finally {
            Allure.setLifecycle(before);
            RUNNING.remove(id);
        }
        return new Results(folder);
    }

    private void execute(LauncherDiscoveryRequest request) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        if (listening) {
            launcher.execute(request, new AllureJunitPlatform(lifecycle));
        } else {
            launcher.execute(request);
        }
    }
}
