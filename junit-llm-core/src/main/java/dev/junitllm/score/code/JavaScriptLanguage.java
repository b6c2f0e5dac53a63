package dev.junitllm.score.code;

import static dev.junitllm.score.code.Interpreters.utf8;

import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** JavaScript on Node.js, as scripts that share their global names. */
record JavaScriptLanguage() implements CodeLanguage {

    private static final long RUNTIME_MEMORY = 128L << 20;
    private static final Pattern NODE_TEST = Pattern.compile("['\"`]node:test(?![\\w-])");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m:^\\s*+//[^\\n]*+$)");
    private static final Pattern TEST_FUNCTION =
            Pattern.compile("(?m)^(?:async[ \\t]++)?+function[ \\t]++(test\\w*+)[ \\t]*+\\(");

    @Override
    public String name() {
        return "javascript";
    }

    @Override
    public List<String> marks() {
        return List.of("javascript", "js", "node", "cjs");
    }

    @Override
    public Optional<Pattern> definitionOf(String name) {
        return Optional.of(Pattern.compile(
                "(?m)^(?:(?:async[ \\t]++)?+function(?:[ \\t]*+\\*[ \\t]*+|[ \\t]++)|(?:class|const|let|var)[ \\t]++)"
                        + Pattern.quote(name) + "(?![\\w$])"));
    }

    @Override
    public boolean reportsReady() {
        return true;
    }

    /** Found by reading: a function that nothing else in the tests mentions is never called. */
    @Override
    public Optional<String> faultOf(String tests) {
        String text = COMMENT.matcher(tests).replaceAll("");
        if (text.isBlank()) {
            return Optional.of("the tests are nothing but comments");
        }
        if (NODE_TEST.matcher(text).find()) {
            return Optional.of("node:test reports failures after the tests have ended: write plain assertions or a"
                    + " function check instead");
        }
        return TEST_FUNCTION
                .matcher(text)
                .results()
                .map(function -> function.group(1))
                .filter(name -> text.split("(?<![\\w$])" + name + "(?![\\w$])", -1).length == 2)
                .findFirst()
                .map(name -> "the tests define %s and never call it: write plain assertions or a function check"
                        .formatted(name));
    }

    @Override
    public Program program(String code, String tests, String entryPoint, String token, CodeLimits limits)
            throws ScoringException {
        Interpreter node = Interpreters.node()
                .orElseThrow(() -> new ScoringException(
                        "NO_INTERPRETER", "there is no Node.js 16 or newer on the PATH to run the code with"));
        return new Program(
                node.executable().toString(),
                Map.of("harness.js", Scripts.read("harness.js"), "solution.js", utf8(code), "tests.js", utf8(tests)),
                folder -> List.of(node.executable().toString(), folder + "/harness.js", folder, entryPoint),
                node.readable(),
                Map.of(),
                RUNTIME_MEMORY);
    }
}
