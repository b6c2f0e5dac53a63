package dev.junitllm.golden;

import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A golden set can't be used, or one of its cases can't be read any more. The message lists what is wrong, file by file:
 * up to twenty problems of each, and how many more there are.
 */
public final class GoldenSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private GoldenSetException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    static GoldenSetException invalid(List<Problem> problems, Map<String, Integer> unlisted) {
        int more = unlisted.values().stream().mapToInt(Integer::intValue).sum();
        int total = problems.size() + more;
        List<String> lines = new ArrayList<>();
        lines.add("the golden set has %s, so none of its cases was run:"
                .formatted(total == 1 ? "a problem" : total + " problems"));
        String file = "";
        for (Problem problem : problems) {
            if (!problem.file().equals(file)) {
                addUnlisted(lines, file, unlisted);
                file = problem.file();
            }
            lines.add("  " + problem.describe());
        }
        addUnlisted(lines, file, unlisted);
        return new GoldenSetException(String.join("\n", lines), problems);
    }

    static GoldenSetException unreadable(Problem problem) {
        return new GoldenSetException(
                "a case of the golden set can't be read: " + problem.describe(), List.of(problem));
    }

    /**
     * What is wrong, in the order of the files and their lines.
     *
     * @return the problems that the message lists, at least one
     */
    public List<Problem> problems() {
        return problems;
    }

    private static void addUnlisted(List<String> lines, String file, Map<String, Integer> unlisted) {
        Integer more = unlisted.get(file);
        if (more != null) {
            lines.add("  and %s more in %s".formatted(more, Printable.line(file)));
        }
    }
}
