package dev.junitllm.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.SetFigures;
import dev.junitllm.trace.Kept;
import dev.junitllm.trace.OtlpJson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The folder that keeps one run. Results and verdicts are appended line by line, each line in one write, so that a killed
 * process loses nothing that had finished. Safe for use by several threads.
 */
public final class RunStore implements AutoCloseable {

    private static final String CHARTS = "trends";

    private final Path folder;
    private final UnaryOperator<String> safe;
    private final CaseLines cases;
    private final RunMark mark;
    private final TraceFiles traces;
    private final OtlpJson otlp = new OtlpJson();
    private final Object caseLock = new Object();
    private final Object fileLock = new Object();

    private RunStore(Path folder, UnaryOperator<String> safe) throws IOException {
        this.folder = folder;
        this.safe = safe;
        this.traces = new TraceFiles(folder);
        this.mark = RunMark.set(folder);
        this.cases =
                new CaseLines(new FileOutputStream(folder.resolve("cases.jsonl").toFile(), true));
    }

    /**
     * Begins to keep a run, in a new folder {@code junit-llm/<time>-<process>-<counter>} of the module's build folder.
     *
     * @param module the module whose tests run
     * @param started when the run began
     * @param safe removes what must not be kept from whatever is written but results and traces, which come without it
     * @return the store
     */
    public static RunStore create(TestModule module, Instant started, UnaryOperator<String> safe) {
        Path folder = RunFolder.create(
                module.buildFolder(), started, ProcessHandle.current().pid());
        try {
            return new RunStore(folder, safe);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /**
     * Where this run is kept.
     *
     * @return the folder, absolute
     */
    public Path folder() {
        return folder;
    }

    /**
     * Where the summary of this run is.
     *
     * @return the path of {@code summary.md}
     */
    public Path summaryFile() {
        return folder.resolve("summary.md");
    }

    /**
     * Appends a finished sample to {@code cases.jsonl}.
     *
     * @param result the result, without secrets
     */
    public void append(CaseResult result) {
        synchronized (caseLock) {
            try {
                cases.append(result);
            } catch (IOException e) {
                throw cannotWrite(folder.resolve("cases.jsonl"), e);
            }
        }
    }

    /**
     * Where the trace of a sample will be.
     *
     * @param test the test
     * @param name tells its invocations apart; empty where it has one
     * @return a path from the run's folder, new at each call
     */
    public String nextTraceFile(TestId test, String name) {
        return traces.next(test, name);
    }

    /**
     * Writes the trace of a sample in one step.
     *
     * @param trace the trace, under a name of {@link #nextTraceFile}
     */
    public void write(KeptTrace trace) {
        traces.write(trace.file(), otlp.write(trace.trace()));
    }

    /**
     * Reads outputs back from {@code cases.jsonl}.
     *
     * @param test the test whose outputs they are
     * @param samples which sample of each case, by case
     * @return the outputs by case, without those of which none was recorded
     */
    public Map<String, BaselineOutput> outputs(TestId test, Map<String, Integer> samples) {
        Map<String, BaselineOutput> outputs = new HashMap<>();
        if (!samples.isEmpty()) {
            KeptCases.read(folder.resolve("cases.jsonl"), test, one -> {
                Kept output = one.output();
                if (output != null && samples.getOrDefault(one.caseId(), 0) == one.sample()) {
                    outputs.put(one.caseId(), BaselineOutput.of(output));
                }
            });
        }
        return outputs;
    }

    /**
     * The cases of a test that failed in an earlier run of this JVM: failed tests are being run again, as Surefire's {@code
     * rerunFailingTestsCount} does.
     *
     * @param test the test
     * @return their ids, in the order they failed in; empty where this is the first run, as it mostly is
     */
    public Set<String> failedBefore(TestId test) {
        return EarlierTries.failedCases(folder, test);
    }

    /**
     * Appends a verdict to {@code verdicts.jsonl}.
     *
     * @param test the test it is about
     * @param verdict the verdict
     */
    public void append(TestId test, Verdict verdict) {
        appendLine("verdicts.jsonl", ResultJson.of(test, verdict));
    }

    /**
     * Appends to {@code figures.jsonl} what a score comes to over the whole set.
     *
     * @param test the test it is about
     * @param score the score's name
     * @param figures its figures
     */
    public void append(TestId test, String score, SetFigures figures) {
        appendLine("figures.jsonl", ResultJson.of(test, score, figures));
    }

    private void appendLine(String name, ObjectNode json) {
        Path file = folder.resolve(name);
        synchronized (fileLock) {
            try {
                Files.write(file, line(json), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }
    }

    /**
     * Writes {@code run.json}, replacing an earlier one in one step.
     *
     * @param record what there is to say of the run
     */
    public void write(RunRecord record) {
        try {
            replace("run.json", JsonText.inManyLines(record.toJson()) + "\n");
        } catch (IOException e) {
            throw cannotWrite(folder.resolve("run.json"), e);
        }
    }

    /**
     * Writes {@code summary.md}, replacing an earlier one in one step.
     *
     * @param markdown the summary
     */
    public void writeSummary(String markdown) {
        try {
            replace("summary.md", markdown);
        } catch (IOException e) {
            throw cannotWrite(summaryFile(), e);
        }
    }

    /**
     * Writes the chart of a golden set, replacing an earlier one in one step.
     *
     * @param test the test
     * @param svg the picture
     */
    public void writeChart(TestId test, String svg) {
        try {
            Files.createDirectories(folder.resolve(CHARTS));
            replace(CHARTS + "/" + TestFileName.of(test, ".svg"), svg);
        } catch (IOException e) {
            throw cannotWrite(folder.resolve(CHARTS), e);
        }
    }

    /**
     * Where the chart of a golden set is.
     *
     * @param test the test
     * @return a relative address, as seen from {@code summary.md}
     */
    public static String chartLink(TestId test) {
        return CHARTS + "/" + TestFileName.of(test, ".svg").replace("%", "%25");
    }

    @Override
    public void close() {
        synchronized (caseLock) {
            try (mark) {
                cases.close();
            } catch (IOException e) {
                throw cannotWrite(folder.resolve("cases.jsonl"), e);
            }
        }
    }

    private void replace(String name, String content) throws IOException {
        synchronized (fileLock) {
            Path draft = folder.resolve(name + ".tmp");
            Files.writeString(draft, safe.apply(content), StandardCharsets.UTF_8);
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private byte[] line(ObjectNode json) {
        try {
            return (safe.apply(JsonText.inOneLine(json)) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a result can't be written as JSON", e);
        }
    }

    private static UncheckedIOException cannotWrite(Path file, IOException e) {
        return new UncheckedIOException("this run's results can't be written to " + file + ": " + e, e);
    }
}
