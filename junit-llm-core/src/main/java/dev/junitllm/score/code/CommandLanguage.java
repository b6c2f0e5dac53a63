package dev.junitllm.score.code;

import static dev.junitllm.score.code.Interpreters.utf8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any language with a command that runs a file: of code, tests and epilogue, one after the other.
 *
 * @param file what the file is called, such as {@code main.rb}
 * @param command the command line; {@code {file}} stands for the file
 * @param epilogue what is run last, and prints {@code {token}}; empty where the exit code alone decides
 */
record CommandLanguage(String file, List<String> command, String epilogue) implements CodeLanguage {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final String FILE_PLACE = "{file}";
    private static final String TOKEN_PLACE = "{token}";

    CommandLanguage {
        command = List.copyOf(command);
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException("command = {}: name the program that runs the code, and its arguments");
        }
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    "file = \"%s\": give the file a plain name, such as main.rb".formatted(file));
        }
        if (command.stream().noneMatch(part -> part.contains(FILE_PLACE))) {
            throw new IllegalArgumentException(
                    "command = %s: no part holds %s, so the code would not be run".formatted(command, FILE_PLACE));
        }
        if (!epilogue.isEmpty() && !epilogue.contains(TOKEN_PLACE)) {
            throw new IllegalArgumentException(
                    "epilogue = \"%s\": it has to print %s".formatted(epilogue, TOKEN_PLACE));
        }
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public List<String> marks() {
        return List.of();
    }

    @Override
    public Optional<Pattern> definitionOf(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("command", asJson(command), "file", file, "epilogue", epilogue);
    }

    @Override
    public boolean reportsReady() {
        return false;
    }

    @Override
    public boolean trustsExitCode() {
        return epilogue.isEmpty();
    }

    @Override
    public Program program(String code, String tests, String entryPoint, String token, CodeLimits limits) {
        String last = epilogue.replace(TOKEN_PLACE, "passed " + token);
        return new Program(
                command.get(0),
                Map.of(file, utf8(code + "\n" + tests + "\n" + last + "\n")),
                folder -> {
                    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 1>&4 3<&- 4>&-", "sh"));
                    command.forEach(part -> line.add(part.replace(FILE_PLACE, folder + "/" + file)));
                    return line;
                },
                List.of(),
                Map.of(),
                0);
    }

    /** Joined by spaces, two command lines could look like one. */
    private static String asJson(List<String> parts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        parts.forEach(array::add);
        return array.toString();
    }
}
