package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How code is found, and how it is run. Immutable.
 *
 * @param language what the code is written in
 * @param tests where the tests stand in a case's metadata
 * @param entryPoint where the tested name stands in a case's metadata
 * @param completion whether the case's input is the beginning of the code
 * @param wholeOutput whether code blocks are not looked for
 * @param limits of a run
 * @param unsafe whether code may run without a complete sandbox
 * @param readable what a sandbox shows besides the system's programs
 * @param sandboxes those to choose from
 */
record CodeSettings(
        CodeLanguage language,
        String tests,
        String entryPoint,
        boolean completion,
        boolean wholeOutput,
        CodeLimits limits,
        boolean unsafe,
        List<Path> readable,
        Supplier<Sandboxes> sandboxes) {

    CodeSettings {
        readable = List.copyOf(readable);
        readable.forEach(CodeSettings::check);
        checkPointer("tests", tests);
        if (!entryPoint.isEmpty()) {
            checkPointer("entryPoint", entryPoint);
        }
    }

    static CodeSettings of(CodeLanguage language) {
        return new CodeSettings(
                language,
                "/test",
                "/entry_point",
                false,
                false,
                CodeLimits.DEFAULT,
                false,
                List.of(),
                Sandboxes::ofThisMachine);
    }

    CodeSettings language(CodeLanguage other) {
        return new CodeSettings(other, tests, entryPoint, completion, wholeOutput, limits, unsafe, readable, sandboxes);
    }

    CodeSettings tests(String pointer) {
        return new CodeSettings(
                language, pointer, entryPoint, completion, wholeOutput, limits, unsafe, readable, sandboxes);
    }

    CodeSettings entryPoint(String pointer) {
        return new CodeSettings(language, tests, pointer, completion, wholeOutput, limits, unsafe, readable, sandboxes);
    }

    CodeSettings completion(boolean asked) {
        return new CodeSettings(language, tests, entryPoint, asked, wholeOutput, limits, unsafe, readable, sandboxes);
    }

    CodeSettings wholeOutput(boolean asked) {
        return new CodeSettings(language, tests, entryPoint, completion, asked, limits, unsafe, readable, sandboxes);
    }

    CodeSettings limits(CodeLimits most) {
        return new CodeSettings(
                language, tests, entryPoint, completion, wholeOutput, most, unsafe, readable, sandboxes);
    }

    CodeSettings unsafe(boolean allowed) {
        return new CodeSettings(
                language, tests, entryPoint, completion, wholeOutput, limits, allowed, readable, sandboxes);
    }

    CodeSettings readable(List<Path> folders) {
        return new CodeSettings(
                language, tests, entryPoint, completion, wholeOutput, limits, unsafe, folders, sandboxes);
    }

    CodeSettings sandboxes(Supplier<Sandboxes> others) {
        return new CodeSettings(language, tests, entryPoint, completion, wholeOutput, limits, unsafe, readable, others);
    }

    /** What decides a score. Where the code runs doesn't. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(limits.parameters());
        parameters.putAll(language.parameters());
        parameters.put("language", language.name());
        parameters.put("tests", tests);
        parameters.put("entryPoint", entryPoint);
        parameters.put("completion", Boolean.toString(completion));
        parameters.put("wholeOutput", Boolean.toString(wholeOutput));
        return parameters;
    }

    private static void checkPointer(String attribute, String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "%s = \"%s\": write a JSON Pointer into the case's metadata, such as /test"
                            .formatted(attribute, pointer));
        }
    }

    private static void check(Path folder) {
        if (!folder.isAbsolute() || ReadablePaths.isTooMuch(folder)) {
            throw new IllegalArgumentException(
                    "%s can't be shown to generated code: name an absolute folder that holds neither your home folder nor the project's"
                            .formatted(folder));
        }
    }
}
