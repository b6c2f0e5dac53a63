package dev.junitllm.score.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * 1 where the code in the output passes the case's tests, else 0 with a reason that says which of these it was: the tests
 * failed, the code can't be read, it took too long, needed too much memory, wrote too much, broke down, or ended before the
 * tests did. An output without code is 0, and stays so where the score is negated.
 *
 * <p>The code runs in a child process, in a sandbox: without network, without sight of the user's files, in an empty folder
 * that vanishes afterwards, under {@link CodeLimits}. Where this machine has no complete sandbox nothing runs, and the case is
 * an ERROR of kind {@code NO_SANDBOX}, unless {@link #unsafe()} or the setting {@code junit.llm.code.unsafe} allows it; the
 * score's details then say what was missing. {@code docs/code.md} tells what is guaranteed and what isn't.
 *
 * <p>Tests come from the case's metadata, as one text or as a list of lines. In Python and JavaScript they run in the module
 * of the code, and what they define as {@code check} is called with the entry point, as in HumanEval (Chen et al. 2021,
 * arXiv:2107.03374). In Java they are a class with a {@code main} method, run with assertions on. A case without tests is an
 * ERROR of kind {@code NO_TESTS}, and a language that isn't installed one of kind {@code NO_INTERPRETER}.
 *
 * <p>The code is the output's only fenced block; of several the only one marked with the language, or of these the only one
 * that defines the entry point; without any block it is the whole output.
 *
 * <p>Over several samples of each case the set's figures are pass@k, see {@link dev.junitllm.stats.PassAtK}. At most as many
 * runs as there are processors go on at once; others wait. Immutable.
 */
public final class CodeTests implements Scorer {

    private static final String NAME = "code-tests";

    private final CodeSettings settings;

    private CodeTests(CodeSettings settings) {
        this.settings = settings;
    }

    static CodeTests of(CodeSettings settings) {
        return new CodeTests(settings);
    }

    /**
     * Code in Python, run by the {@code python3} or {@code python} that is found on the {@code PATH}.
     *
     * @return the scorer
     */
    public static CodeTests python() {
        return new CodeTests(CodeSettings.of(new PythonLanguage()));
    }

    /**
     * Code in JavaScript, run by the {@code node} that is found on the {@code PATH}.
     *
     * @return the scorer
     */
    public static CodeTests javascript() {
        return new CodeTests(CodeSettings.of(new JavaScriptLanguage()));
    }

    /**
     * Code in Java, compiled and run by the JDK that runs this JVM.
     *
     * @return the scorer
     */
    public static CodeTests java() {
        return new CodeTests(CodeSettings.of(new JavaLanguage()));
    }

    /**
     * Code in any language that a command runs from one file: the code, the tests, and an epilogue. The exit code 0 tells a
     * pass, together with the epilogue, where there is one.
     *
     * @param file what the file is called, such as {@code main.rb}
     * @param epilogue a statement that prints <code>{token}</code>, such as <code>puts '{token}'</code>, so that code which
     *     ends early doesn't pass; empty for none
     * @param command the command line, such as {@code ruby} and <code>{file}</code>
     * @return the scorer
     * @throws IllegalArgumentException where one of them can't be used
     */
    public static CodeTests command(String file, String epilogue, String... command) {
        return new CodeTests(CodeSettings.of(new CommandLanguage(file, List.of(command), epilogue)));
    }

    /**
     * The same scorer with tests that stand somewhere else.
     *
     * @param pointer a JSON Pointer into the case's metadata; {@code /test} unless set
     * @return the scorer
     */
    public CodeTests tests(String pointer) {
        return new CodeTests(settings.tests(pointer));
    }

    /**
     * The same scorer with the name that is tested standing somewhere else.
     *
     * @param pointer a JSON Pointer into the case's metadata; {@code /entry_point} unless set, empty for none
     * @return the scorer
     */
    public CodeTests entryPoint(String pointer) {
        return new CodeTests(settings.entryPoint(pointer));
    }

    /**
     * The same scorer for cases whose input is the beginning of the code, as in HumanEval. The output may complete it, or
     * define the entry point anew; then it keeps what stands before the definition in the input, such as imports.
     *
     * @return the scorer
     */
    public CodeTests completion() {
        return new CodeTests(settings.completion(true));
    }

    /**
     * The same scorer for outputs that are nothing but code: fences are not looked for.
     *
     * @return the scorer
     */
    public CodeTests wholeOutput() {
        return new CodeTests(settings.wholeOutput(true));
    }

    /**
     * The same scorer with other limits.
     *
     * @param most of each run
     * @return the scorer
     */
    public CodeTests limits(CodeLimits most) {
        return new CodeTests(settings.limits(most));
    }

    /**
     * The same scorer with more folders that code may read, such as those of an interpreter in an unusual place.
     *
     * @param folders absolute; none that holds the home folder or the project
     * @return the scorer
     * @throws IllegalArgumentException where one does
     */
    public CodeTests readable(Path... folders) {
        return new CodeTests(settings.readable(List.of(folders)));
    }

    /**
     * The same scorer where code may run without a complete sandbox: with as much of it as there is. What is missing the code
     * can do: read and delete your files, use your network and your logins. Meant for machines that are thrown away
     * afterwards, such as containers.
     *
     * @return the scorer
     */
    public CodeTests unsafe() {
        return new CodeTests(settings.unsafe(true));
    }

    CodeTests sandboxes(Supplier<Sandboxes> others) {
        return new CodeTests(settings.sandboxes(others));
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        CodeLanguage language = settings.language();
        String tests = tests(golden);
        String entryPoint = settings.entryPoint().isEmpty()
                ? ""
                : golden.metadata(settings.entryPoint()).orElse("");
        ModelCode code = ModelCode.in(actual.output(), language, entryPoint, settings.wholeOutput());
        if (!code.isPresent()) {
            return Score.unreadable(code.problem());
        }
        String text = settings.completion() ? code.completing(golden.input(), language, entryPoint) : code.code();
        return new CodeRunner(settings).run(golden.describe(), text, tests, entryPoint);
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(NAME, settings.parameters());
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return Optional.of(new PassAtKFigures());
    }

    private String tests(GoldenCase golden) throws ScoringException {
        JsonNode found = golden.metadata().at(settings.tests());
        List<String> lines = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(line -> lines.add(line.asText()));
        } else if (found.isTextual()) {
            lines.add(found.textValue());
        }
        String tests = String.join("\n", lines);
        if (tests.isBlank()) {
            throw new ScoringException(
                    "NO_TESTS",
                    "%s: there are no tests at %s in its metadata, as a text or a list of lines"
                            .formatted(golden.describe(), settings.tests()));
        }
        Optional<String> fault = settings.language().faultOf(tests);
        if (fault.isPresent()) {
            throw new ScoringException("NO_TESTS", golden.describe() + ": " + fault.get());
        }
        return tests;
    }
}
