package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.golden.FieldMapping;
import dev.junitllm.golden.GoldenCases;
import dev.junitllm.golden.GoldenSource;
import dev.junitllm.golden.Need;
import dev.junitllm.golden.QuarantineList;
import dev.junitllm.golden.ReadingLimits;
import dev.junitllm.golden.Selection;
import dev.junitllm.report.ConsoleProgress;
import dev.junitllm.report.ConsoleReport;
import dev.junitllm.report.RunFiles;
import dev.junitllm.report.RunReporter;
import dev.junitllm.report.RunReporterProvider;
import dev.junitllm.report.SetReport;
import dev.junitllm.run.GitState;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import dev.junitllm.score.Measure;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.RunTraces;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What lives as long as one execution of the engine; kept in JUnit's root store, which closes it at the end. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only CloseableResource, 5.13 and later ask for AutoCloseable
final class LlmRun implements RunScope, AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LlmRun.class);

    private final ExtensionContext root;
    private final Configuration configuration;
    private final Capture capture;
    private final List<RunReporter> reporters;
    private final ConsoleProgress progress;
    private final RunTraces traces;
    private final RunFiles files;
    private final Map<TestId, String> owners = new ConcurrentHashMap<>();
    private final Map<String, TestId> baselines = new ConcurrentHashMap<>();

    private LlmRun(ExtensionContext root) {
        this.root = root;
        this.configuration = ConfigurationReading.of(root);
        this.capture = Capture.of(configuration);
        this.reporters = ServiceLoader.load(RunReporterProvider.class).stream()
                .map(provider -> provider.get().create(configuration))
                .flatMap(Optional::stream)
                .toList();
        this.progress = ConsoleProgress.start(configuration, System.out);
        this.traces = new RunTraces(configuration, capture);
        this.files = new RunFiles(configuration, capture.redactor(), traces::totals);
    }

    static LlmRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LlmRun.class, key -> new LlmRun(context.getRoot()), LlmRun.class);
    }

    /** Reads and checks everything a golden-set method needs, so that what is wrong fails before the first case. */
    GoldenRun begin(ExtensionContext context) {
        Selection selection = selection();
        ReadingLimits limits = new ReadingLimits(configuration.maxLine(), configuration.maxUnpacked());
        Class<?> testClass = context.getRequiredTestClass();
        TestId test = TestIds.of(context);
        TestId filedUnder = new TestId(test.className(), test.method());
        if (!owners.computeIfAbsent(filedUnder, id -> test.uniqueId()).equals(test.uniqueId())) {
            throw ConfigurationMessages.sameTest(test);
        }
        TestModule module = TestModule.of(testClass);
        MethodScope scope = MethodScope.of(this, test, module);
        EvalMethod method = EvalMethod.read(test, context.getRequiredTestMethod(), testClass, scope);
        QuarantineList quarantine = method.quarantine()
                .map(file ->
                        QuarantineList.read(file, testClass, module.folder(), limits, LocalDate.now(ZoneOffset.UTC)))
                .orElse(QuarantineList.NONE);
        GoldenCases cases = GoldenCases.open(
                source(method.goldenSet()),
                testClass,
                module.folder(),
                selection,
                limits,
                needs(method),
                quarantine,
                method.gates().slices());
        try {
            if (2L * quarantine.entries().size() > cases.total()) {
                throw ConfigurationMessages.mostlyQuarantined(
                        test, quarantine.entries().size(), cases.total());
            }
            MethodBaseline baseline = baseline(method, module);
            MethodHistory history =
                    MethodHistory.of(test, context.getRequiredTestMethod(), testClass, module, configuration);
            GoldenRun run = new GoldenRun(method, cases, quarantine, this, files.store(module), baseline, history);
            method.check(cases.slices(), run::judged);
            if (baseline != null
                    && baseline.isToBeRecorded()
                    && !run.selection().isEmpty()) {
                throw ConfigurationMessages.narrowedRecording(test, run.selection());
            }
            files.began(module, run.record());
            progress.setBegan(test, run.planned());
            traces.testsBegin();
            return run;
        } catch (RuntimeException | Error e) {
            cases.close();
            throw e;
        }
    }

    private @Nullable MethodBaseline baseline(EvalMethod method, TestModule module) {
        if (!method.gates().compareWithBaseline()) {
            return null;
        }
        if (method.sampling().stopEarly()) {
            throw ConfigurationMessages.baselineNeedsAll(method.test());
        }
        MethodBaseline baseline = MethodBaseline.read(method.test(), module, configuration);
        String file = baseline.file().path().toString();
        TestId owner = baselines.computeIfAbsent(file.toLowerCase(Locale.ROOT), path -> method.test());
        if (!owner.equals(method.test())) {
            throw ConfigurationMessages.sameBaseline(
                    method.test(), owner.displayName(), baseline.file().shown());
        }
        return baseline;
    }

    Optional<GitState> git(GoldenRun run) {
        return files.git(run.store());
    }

    Redactor redactor() {
        return capture.redactor();
    }

    Capture capture() {
        return capture;
    }

    List<RunReporter> reporters() {
        return reporters;
    }

    RunTraces traces() {
        return traces;
    }

    /** What a plain test keeps is kept beside what golden sets of its module keep. */
    RunStore store(TestModule module) {
        return files.store(module);
    }

    ConsoleProgress progress() {
        return progress;
    }

    /** Shows a golden set that has ended, everywhere. */
    void show(SetReport set) {
        progress.setEnded(set.set().test());
        RunRecord record = files.ended(set);
        reporters.forEach(reporter -> reporter.setFinished(set, record));
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        Shared<?> shared = root.getStore(NAMESPACE)
                .getOrComputeIfAbsent(key.getName(), name -> new Shared<>(create.get()), Shared.class);
        return key.cast(shared.value());
    }

    @Override
    public void close() {
        progress.close();
        traces.close();
        new ConsoleReport(configuration, System.out, capture.redactor()::redact).print(files.sets(), traces.totals());
        files.close();
    }

    private GoldenSource source(GoldenSet goldenSet) {
        return new GoldenSource(
                List.of(goldenSet.value()),
                goldenSet.format(),
                new FieldMapping(
                        goldenSet.id(),
                        goldenSet.input(),
                        goldenSet.expected(),
                        goldenSet.references(),
                        goldenSet.context(),
                        goldenSet.messages(),
                        goldenSet.toolCalls(),
                        goldenSet.tags(),
                        goldenSet.metadata(),
                        goldenSet.origin()));
    }

    private Selection selection() {
        return new Selection(configuration.tags(), configuration.cases(), configuration.sample(), configuration.seed());
    }

    private static List<Need> needs(EvalMethod method) {
        return method.scoring().measures().stream().flatMap(LlmRun::needs).toList();
    }

    private static Stream<Need> needs(Measure measure) {
        String score = "score '" + Printable.line(measure.name()) + "'";
        return Stream.concat(
                measure.scorer().needs().stream().map(part -> new Need(part, score)),
                measure.scorer().needsMetadata().stream().sorted().map(field -> Need.ofMetadata(field, score)));
    }

    /** Something shared by the run, closed with it. */
    @SuppressWarnings("try") // closing may throw whatever the user's own thing throws
    private record Shared<T extends AutoCloseable>(T value)
            implements AutoCloseable, ExtensionContext.Store.CloseableResource {

        @Override
        public void close() throws Exception {
            value.close();
        }
    }
}
