package dev.junitllm.score.code;

import static dev.junitllm.score.code.Interpreters.utf8;

import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Python, whose tests run in the module of the code. */
record PythonLanguage() implements CodeLanguage {

    @Override
    public String name() {
        return "python";
    }

    @Override
    public List<String> marks() {
        return List.of("python", "python3", "py", "py3");
    }

    @Override
    public Optional<Pattern> definitionOf(String name) {
        String quoted = Pattern.quote(name);
        return Optional.of(Pattern.compile(
                "(?m)^(?:(?:async[ \\t]++)?+def|class)[ \\t]++" + quoted + "\\b|^" + quoted + "[ \\t]*+[:=]"));
    }

    @Override
    public boolean reportsReady() {
        return true;
    }

    @Override
    public Program program(String code, String tests, String entryPoint, String token, CodeLimits limits)
            throws ScoringException {
        Interpreter python = Interpreters.python()
                .orElseThrow(() -> new ScoringException(
                        "NO_INTERPRETER", "there is no Python 3.7 or newer on the PATH to run the code with"));
        return new Program(
                python.executable().toString(),
                Map.of("harness.py", Scripts.read("harness.py"), "solution.py", utf8(code), "tests.py", utf8(tests)),
                folder -> {
                    List<String> line = new ArrayList<>(List.of(
                            python.executable().toString(), "-s", "-B", "-X", "utf8", folder + "/harness.py", folder));
                    line.add(entryPoint);
                    return line;
                },
                python.readable(),
                Map.of("PYTHONHASHSEED", "0"), // the same code scores the same at every run
                0);
    }
}
