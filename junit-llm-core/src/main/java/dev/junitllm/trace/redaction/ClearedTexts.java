package dev.junitllm.trace.redaction;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Short texts in which the rules found nothing. Each case says much the same of itself, such as the name of its test or of the
 * model, which is looked through once then. Only so many are kept. Safe for use by several threads.
 */
final class ClearedTexts {

    private static final int MOST = 500;
    private static final int LONGEST = 64;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    boolean contains(String text) {
        return text.length() <= LONGEST && known.contains(text);
    }

    void add(String text) {
        if (text.length() <= LONGEST && known.size() < MOST) {
            known.add(text);
        }
    }
}
