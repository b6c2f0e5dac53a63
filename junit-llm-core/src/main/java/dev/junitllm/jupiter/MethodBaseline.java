package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineException;
import dev.junitllm.run.BaselineFile;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.BaselineUpdate;
import dev.junitllm.run.GitState;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The baseline of one golden-set method: read before the first case, recorded after the last where that is asked for. */
final class MethodBaseline {

    private final TestId test;
    private final BaselineFile file;
    private final @Nullable Baseline recorded;
    private final Configuration configuration;

    private MethodBaseline(TestId test, BaselineFile file, @Nullable Baseline recorded, Configuration configuration) {
        this.test = test;
        this.file = file;
        this.recorded = recorded;
        this.configuration = configuration;
    }

    /**
     * Reads a baseline.
     *
     * @throws BaselineException naming file and line, where what is there is no baseline of the test
     */
    static MethodBaseline read(TestId test, TestModule module, Configuration configuration) {
        BaselineFile file = BaselineFile.of(module, test);
        return new MethodBaseline(test, file, file.read(test).orElse(null), configuration);
    }

    BaselineFile file() {
        return file;
    }

    /** Whether the run is compared with something. */
    boolean isCompared() {
        return recorded != null && !isToBeRecorded();
    }

    boolean isToBeRecorded() {
        return configuration.recordsBaselines();
    }

    /** The run beside its baseline, for the gates. */
    RunSummary beside(
            RunSummary run,
            String goldenSet,
            boolean narrowed,
            Optional<GitState> git,
            RunStore store,
            List<SampleResult> fresh,
            UnaryOperator<String> safe) {
        return run.beside(new RunBaseline(
                file,
                recorded,
                origin(configuration, run, goldenSet, git, safe),
                recording(),
                narrowed,
                run,
                samples -> store.outputs(test, samples),
                fresh));
    }

    /** Records the run, unless something stands against it; says what was done either way. */
    String record(RunSummary run, List<Verdict> verdicts) {
        BaselineUpdate update = new BaselineUpdate(run, run.baseline().orElseThrow());
        return update.obstacle()
                .or(() -> Optional.of("some cases were not run").filter(reason -> run.notRun() > 0))
                .or(() -> Optional.of("a gate ends in ERROR, so the run says too little of the application")
                        .filter(reason -> Verdict.worst(verdicts) == VerdictStatus.ERROR))
                .map(MethodBaseline::notRecorded)
                .orElseGet(update::write);
    }

    static String notRecorded(String reason) {
        return "baseline not recorded: " + reason;
    }

    private Recording recording() {
        return configuration.approvesBaselines()
                ? Recording.BOTH
                : configuration.recordsBaselines() ? Recording.ROLLING : Recording.NOTHING;
    }

    /** What a run ran on, as far as it is known. */
    static BaselineOrigin origin(
            Configuration configuration,
            RunSummary run,
            String goldenSet,
            Optional<GitState> git,
            UnaryOperator<String> safe) {
        return new BaselineOrigin(
                goldenSet,
                safe.apply(configuration.text(Configuration.APPLICATION_VERSION).orElse("")),
                safe.apply(configuration.text(Configuration.PROMPT_VERSION).orElse("")),
                String.join(", ", run.models()),
                git.map(state -> state.commit() + (state.dirty() ? "+" : "")).orElse(""));
    }
}
