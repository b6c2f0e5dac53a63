package dev.junitllm.score.code;

import static dev.junitllm.score.code.Interpreters.utf8;

import dev.junitllm.score.ScoringException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Java, on the JDK that runs these tests; its tests are a class with a {@code main} that throws where one fails. */
record JavaLanguage() implements CodeLanguage {

    private static final long RUNTIME_MEMORY = 256L << 20;
    private static final Pattern MAIN = Pattern.compile("(?<![A-Za-z0-9_$])static\\s++void\\s++main\\s*+\\(");
    private static final Pattern CLASS =
            Pattern.compile("(?m)(?<![A-Za-z0-9_$])(?:class|interface|record|enum)\\s++\\w");
    private static final String FOLDER = "dev/junitllm/score/code/";
    private static final List<String> CLASSES =
            List.of("JavaHarness.class", "JavaHarness$Source.class", "JavaHarness$Classes.class");

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<String> marks() {
        return List.of("java");
    }

    /** A completion never begins with a class of its own. */
    @Override
    public Optional<Pattern> definitionOf(String name) {
        return Optional.of(CLASS);
    }

    @Override
    public boolean reportsReady() {
        return true;
    }

    @Override
    public Optional<String> faultOf(String tests) {
        return MAIN.matcher(tests).find()
                ? Optional.empty()
                : Optional.of(
                        "Java tests are a class with 'public static void main(String[] args)', and these have none");
    }

    @Override
    public Program program(String code, String tests, String entryPoint, String token, CodeLimits limits)
            throws ScoringException {
        Interpreter java = Interpreters.java()
                .orElseThrow(() -> new ScoringException(
                        "NO_INTERPRETER", "these tests run on a Java without a compiler: run them on a JDK"));
        Map<String, byte[]> files = new HashMap<>();
        CLASSES.forEach(name -> files.put(FOLDER + name, Scripts.read(name)));
        files.put("Solution.java", utf8(code));
        files.put("Tests.java", utf8(tests));
        return new Program(
                java.executable().toString(),
                files,
                // Java can't open channels by number: the token comes in by its standard input, and the report leaves
                // by its
                // standard output, which the harness keeps from the code
                folder -> List.of(
                        "/bin/sh",
                        "-c",
                        "exec \"$@\" 0<&3 1>&4 3<&- 4>&-",
                        "sh",
                        java.executable().toString(),
                        "-ea",
                        "-Xms8m",
                        "-Xmx" + Math.max(16, limits.memory() >> 20) + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:ReservedCodeCacheSize=48m",
                        "-Xshare:auto",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        folder,
                        JavaHarness.class.getName(),
                        folder),
                java.readable(),
                Map.of(),
                RUNTIME_MEMORY);
    }
}
