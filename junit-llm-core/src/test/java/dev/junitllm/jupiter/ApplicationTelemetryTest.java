package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.TraceFile;
import dev.junitllm.trace.Traces;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Applications that use OpenTelemetry in the ways there are. */
class ApplicationTelemetryTest {

    @BeforeEach
    @AfterEach
    void nothingIsRegistered() {
        GlobalOpenTelemetry.resetForTest();
    }

    private static void answer(GoldenCase golden, Actual actual, Tracer tracer) {
        tracer.spanBuilder("step of " + golden.id()).startSpan().end();
        actual.output("wrong");
    }

    static class NothingRegisteredTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, GlobalOpenTelemetry.getTracer("app"));
        }
    }

    @Test
    void whereNothingIsRegisteredOurSdkIsWhileTestsRun() throws IOException {
        EvalRun run = EvalTestKit.run(NothingRegisteredTestCases.class);

        everyStepIsInItsOwnTrace(run);
        assertThat(remarks(run)).isEqualTo("[]");
        OpenTelemetry later = telemetry(SdkTracerProvider.builder().build());
        GlobalOpenTelemetry.set(later); // what an application does before the tests of the next class
    }

    @Test
    void neverMeansNever() throws IOException {
        EvalRun run = EvalTestKit.with("junit.llm.trace.global", "never").execute(NothingRegisteredTestCases.class);

        assertThat(TracesOfCasesTest.traces(run)).hasSize(4);
        TracesOfCasesTest.traces(run)
                .forEach((id, trace) -> assertThat(trace.application()).isEmpty());
    }

    static class OwnSdkTestCases {
        private static final SdkTracerProvider APPLICATION = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(0)))
                .addSpanProcessor(Traces.spanProcessor())
                .build();

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, APPLICATION.get("app"));
        }
    }

    @Test
    void anSdkOfTheApplicationsOwnGivesUsItsSpansThoughItSamplesNone() throws IOException {
        everyStepIsInItsOwnTrace(EvalTestKit.run(OwnSdkTestCases.class));
    }

    static class OwnGlobalTestCases {
        @BeforeAll
        static void startTheApplication() {
            GlobalOpenTelemetry.set(telemetry(SdkTracerProvider.builder()
                    .addSpanProcessor(Traces.spanProcessor())
                    .build()));
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, GlobalOpenTelemetry.getTracer("app"));
        }
    }

    @Test
    void anApplicationThatRegistersItsOwnBeforeAllTestsStartsAsEver() throws IOException {
        EvalTestKit.run(NothingRegisteredTestCases.class); // of another class, before

        EvalRun run = EvalTestKit.run(OwnGlobalTestCases.class);

        everyStepIsInItsOwnTrace(run);
        assertThat(remarks(run)).isEqualTo("[]");
        assertThat(GlobalOpenTelemetry.get()).isNotSameAs(OpenTelemetry.noop());
    }

    static class WithoutOurProcessorTestCases {
        @BeforeAll
        static void startTheApplication() {
            GlobalOpenTelemetry.set(telemetry(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(SpanExporter.composite()))
                    .build()));
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, GlobalOpenTelemetry.getTracer("app"));
        }
    }

    @Test
    void anSdkThatGivesUsNothingIsRemarkedOn() throws IOException {
        EvalRun run = EvalTestKit.run(WithoutOurProcessorTestCases.class);

        assertThat(remarks(run)).contains("Traces.spanProcessor()");
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("Traces: the application has registered an OpenTelemetry of its own");
    }

    static class AskedTooEarlyTestCases {
        private static Tracer early = TracerProvider.noop().get("app");

        @BeforeAll
        static void startTheApplication() {
            early = GlobalOpenTelemetry.getTracer("app");
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            early.spanBuilder("lost").startSpan().end();
            answer(golden, actual, GlobalOpenTelemetry.getTracer("app"));
        }
    }

    @Test
    void aGlobalThatWasAskedForTooEarlyIsReplacedAndExplained() throws IOException {
        EvalRun run = EvalTestKit.run(AskedTooEarlyTestCases.class);

        everyStepIsInItsOwnTrace(run);
        assertThat(remarks(run)).contains("asked for before there was one", "junit.llm.trace.global = early");
    }

    static class InAStaticInitialiserTestCases {
        static final Tracer TRACER = GlobalOpenTelemetry.getTracer("app");

        @Test
        @KeepTrace
        void traced() {
            TRACER.spanBuilder("step").startSpan().end();
        }
    }

    @Test
    void earlyMeansBeforeStaticInitialisers() throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(InAStaticInitialiserTestCases.class))
                .configurationParameters(Map.of("junit.llm.trace.global", "early", "junit.llm.console", "off"))
                .build();
        List<Path> before = runFolders();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .addTestExecutionListeners(new EarlyTracingListener())
                        .build())
                .execute(request);

        Path run = runFolders().stream()
                .filter(folder -> !before.contains(folder))
                .findFirst()
                .orElseThrow();
        try (var files = Files.list(run.resolve("traces"))) {
            Trace trace = TraceFile.read(files.findFirst().orElseThrow());
            assertThat(trace.application()).extracting(TraceSpan::name).containsExactly("step");
        }
        GlobalOpenTelemetry.set(OpenTelemetry.noop()); // nothing is registered any more
    }

    private static List<Path> runFolders() throws IOException {
        try (var folders = Files.list(dev.junitllm.run.TestModule.of(ApplicationTelemetryTest.class)
                .buildFolder()
                .resolve("junit-llm"))) {
            return folders.toList();
        }
    }

    private static void everyStepIsInItsOwnTrace(EvalRun run) throws IOException {
        Map<String, Trace> traces = TracesOfCasesTest.traces(run);
        assertThat(traces).hasSize(4);
        traces.forEach((id, trace) ->
                assertThat(trace.application()).extracting(TraceSpan::name).containsExactly("step of " + id));
    }

    private static String remarks(EvalRun run) throws IOException {
        return TracesOfCasesTest.json(Files.readString(run.folder().resolve("run.json")))
                .at("/tracing/remarks")
                .toString();
    }

    private static OpenTelemetry telemetry(TracerProvider provider) {
        return new OpenTelemetry() {
            @Override
            public TracerProvider getTracerProvider() {
                return provider;
            }

            @Override
            public ContextPropagators getPropagators() {
                return ContextPropagators.noop();
            }
        };
    }
}
