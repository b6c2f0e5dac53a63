package dev.junitllm.score.code;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes the scorer a {@link CodeScore} asks for. */
final class CodeScoreFactory implements ScorerFactory<CodeScore> {

    private static final long MEBIBYTE = 1 << 20;

    @Override
    public Measure create(CodeScore annotation, RunScope scope) {
        Configuration configuration = scope.configuration();
        CodeSettings settings = CodeSettings.of(language(annotation))
                .tests(annotation.tests())
                .entryPoint(annotation.entryPoint())
                .completion(annotation.completion())
                .wholeOutput(annotation.wholeOutput())
                .limits(limits(annotation))
                .unsafe(configuration.allowsUnsafeCode())
                .readable(configuration.codeReadable().stream().map(Path::of).toList());
        return Measure.of(annotation, CodeTests.of(settings));
    }

    private static CodeLanguage language(CodeScore annotation) {
        if (annotation.language().equals("command")) {
            return new CommandLanguage(annotation.file(), List.of(annotation.command()), annotation.epilogue());
        }
        if (annotation.command().length > 0
                || !annotation.file().isEmpty()
                || !annotation.epilogue().isEmpty()) {
            throw new IllegalArgumentException("command, file and epilogue belong to language = \"command\"");
        }
        return switch (annotation.language()) {
            case "python" -> new PythonLanguage();
            case "javascript" -> new JavaScriptLanguage();
            case "java" -> new JavaLanguage();
            default ->
                throw new IllegalArgumentException("language = \"%s\": must be python, javascript, java or command"
                        .formatted(Printable.line(annotation.language(), 40)));
        };
    }

    private static CodeLimits limits(CodeScore annotation) {
        return new CodeLimits(
                Duration.ofSeconds(positive("cpuSeconds", annotation.cpuSeconds())),
                Duration.ofSeconds(positive("wallSeconds", annotation.wallSeconds())),
                positive("memory", annotation.memory()) * MEBIBYTE,
                (int) positive("processes", annotation.processes()),
                positive("disk", annotation.disk()) * MEBIBYTE,
                CodeLimits.DEFAULT.output());
    }

    private static long positive(String attribute, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s = %s: a limit is at least 1".formatted(attribute, value));
        }
        return value;
    }
}
