package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Sha256;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.redaction.Redacted;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What recordings say of data about people that were removed from them. */
final class PersonalData {

    /** Of a request: tells those apart that differ in nothing else. */
    static final String MARK = "personal";

    /** Of an answer: the application would not get what it got. */
    static final String REMOVED = "removed";

    /** So short that it stands for many contents: nobody can find out which one it was. */
    private static final int MARK_LENGTH = 4;

    private PersonalData() {}

    /** Marks a request, of which this is the content, where data about people are removed from it. */
    static void mark(ObjectNode request, String content, Redactor redactor) {
        if (redactor.redacted(content).removed().isEmpty()) {
            return; // as it is for most: no secrets either
        }
        String known = redactor.secretsOnly().redact(content);
        if (!redactor.redacted(known).removed().isEmpty()) {
            String hash =
                    Sha256.begin().add(known.getBytes(StandardCharsets.UTF_8)).hex();
            request.put(MARK, hash.substring(0, MARK_LENGTH));
        }
    }

    /** How often which data about people are removed from a text. */
    static Map<String, Integer> in(String text, Redactor redactor) {
        Redacted known = redactor.secretsOnly().redacted(text);
        return redactor.redacted(known.text()).removed();
    }
}
