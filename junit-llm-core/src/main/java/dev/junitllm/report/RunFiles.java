package dev.junitllm.report;

import dev.junitllm.Configuration;
import dev.junitllm.run.GitState;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.RunRetention;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestModule;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.TraceTotals;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of one run: one folder for each build module whose tests take part, each with its results, verdicts, record
 * and summary. Thread-safe.
 */
public final class RunFiles implements AutoCloseable {

    private static final Comparator<SetReport> BY_NAME = Comparator.comparing(
                    (SetReport set) -> set.set().test().className())
            .thenComparing(set -> set.set().test().method());

    private final @Nullable String stepSummary;
    private final Redactor redactor;
    private final RunRetention retention;
    private final Configuration configuration;
    private final Map<String, String> settings;
    private final Instant started = Instant.now();
    private final Supplier<TraceTotals> traced;
    private final Map<TestModule, Module> modules = new LinkedHashMap<>();

    /**
     * Files of a run that begins now; nothing is written before the first golden set.
     *
     * @param configuration the settings of the run
     * @param redactor removes secrets from what is written of them
     * @param traced says what has been traced so far
     */
    public RunFiles(Configuration configuration, Redactor redactor, Supplier<TraceTotals> traced) {
        this(configuration, redactor, traced, System.getenv("GITHUB_STEP_SUMMARY"));
    }

    RunFiles(
            Configuration configuration,
            Redactor redactor,
            Supplier<TraceTotals> traced,
            @Nullable String stepSummary) {
        this.stepSummary = stepSummary;
        this.redactor = redactor;
        this.retention = RunRetention.of(configuration);
        this.traced = traced;
        this.configuration = configuration;
        this.settings = new LinkedHashMap<>();
        configuration
                .explicit()
                .forEach((key, value) ->
                        settings.put(key, Redactor.isSecretName(key) ? "[REDACTED]" : redactor.redact(value)));
    }

    /**
     * The store of a module, made at the first call.
     *
     * @param module the module
     * @return its store
     */
    public synchronized RunStore store(TestModule module) {
        return modules.computeIfAbsent(
                        module,
                        key -> new Module(
                                RunStore.create(key, started, redactor::redact),
                                GitState.of(key.folder()).orElse(null)))
                .store;
    }

    /**
     * The commit a module's tests run on.
     *
     * @param store the module's store
     * @return the commit, or empty outside a checkout
     */
    public synchronized Optional<GitState> git(RunStore store) {
        return modules.values().stream()
                .filter(module -> module.store == store)
                .findFirst()
                .map(module -> module.git);
    }

    /**
     * A golden set begins: the run's record names it from now on.
     *
     * @param module its module
     * @param set the golden set
     */
    public synchronized void began(TestModule module, SetRecord set) {
        Module files = java.util.Objects.requireNonNull(modules.get(module));
        files.records.add(set);
        files.store.write(record(files, null));
    }

    /**
     * A golden set has ended: the module's summary shows it from now on.
     *
     * @param set the golden set's run
     * @return what there is to say of its module's run so far
     */
    public synchronized RunRecord ended(SetReport set) {
        Module files = modules.values().stream()
                .filter(module -> module.store.summaryFile().equals(set.summaryFile()))
                .findFirst()
                .orElseThrow();
        files.records.replaceAll(known -> known.test().equals(set.set().test())
                ? known.withReplayed(set.summary().replayedSamples())
                : known);
        files.sets.add(set);
        files.sets.sort(BY_NAME);
        RunRecord record = record(files, null);
        set.summary()
                .history()
                .filter(history -> history.chart() > 0 && history.today() != null)
                .ifPresent(history -> files.store.writeChart(set.set().test(), TrendChart.of(history)));
        files.store.writeSummary(SummaryMarkdown.of(files.sets, record));
        return record;
    }

    /**
     * Every golden set that has ended.
     *
     * @return by the names of their tests, module by module, in whatever order they ended
     */
    public synchronized List<SetReport> sets() {
        return modules.values().stream().flatMap(files -> files.sets.stream()).toList();
    }

    /**
     * Ends the run. Its summary is appended to what {@code GITHUB_STEP_SUMMARY} names, where that is set; where that can't
     * be written it is only a warning, since the run itself is whole.
     */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        for (Module files : modules.values()) {
            try (RunStore store = files.store) {
                RunRecord record = record(files, Instant.now());
                store.write(record);
                appendToStepSummary(files, record);
            } catch (RuntimeException e) {
                failure = e;
            }
            retention.apply(files.store.folder());
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void appendToStepSummary(Module files, RunRecord record) {
        if (stepSummary == null || stepSummary.isBlank() || files.sets.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(stepSummary),
                    redactor.redact(SummaryMarkdown.of(files.sets, record)),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            System.getLogger(RunFiles.class.getName())
                    .log(Level.WARNING, "GITHUB_STEP_SUMMARY names {0}, which can''t be written: {1}", stepSummary, e);
        }
    }

    private RunRecord record(Module files, @Nullable Instant ended) {
        return new RunRecord(
                started,
                ended,
                configuration.seed(),
                Versions.ofLibraries(),
                files.git,
                settings,
                List.copyOf(files.records),
                files.sets.stream()
                        .collect(Collectors.toMap(
                                set -> set.set().test(), SetReport::verdicts, (first, again) -> again)),
                traced.get());
    }

    private static final class Module {

        private final RunStore store;
        private final @Nullable GitState git;
        private final List<SetRecord> records = new ArrayList<>();
        private final List<SetReport> sets = new ArrayList<>();

        Module(RunStore store, @Nullable GitState git) {
            this.store = store;
            this.git = git;
        }
    }
}
