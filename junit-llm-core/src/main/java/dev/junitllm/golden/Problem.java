package dev.junitllm.golden;

import dev.junitllm.Printable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a golden set, and where.
 *
 * @param file the file as messages call it, such as {@code golden/handbook.jsonl}, or the location that was asked for
 *     where no file was found
 * @param line the line, counted from 1, or 0 where the whole file is meant
 * @param caseId the id of the case, or {@code null} where there is none or it could not be read
 * @param fault what was found and what to do
 */
public record Problem(String file, int line, @Nullable String caseId, Fault fault) {

    private static final int SHOWN = 80;

    /**
     * The problem on one line.
     *
     * @return such as {@code golden/handbook.jsonl:12, case 'refund-3': it has no 'input'; give it one}
     */
    public String describe() {
        StringBuilder text = new StringBuilder(Printable.line(file));
        if (line > 0) {
            text.append(':').append(line);
        }
        if (caseId != null) {
            text.append(", case '").append(Printable.line(caseId, SHOWN)).append('\'');
        }
        return text.append(": ")
                .append(fault.found())
                .append("; ")
                .append(fault.advice())
                .toString();
    }
}
