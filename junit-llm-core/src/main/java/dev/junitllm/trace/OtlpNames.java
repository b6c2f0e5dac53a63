package dev.junitllm.trace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How attributes begin as they are written, which is half of what a small trace consists of and much the same in each. Only so
 * many are kept. Safe for use by several threads.
 */
final class OtlpNames {

    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** An attribute's object as far as its value. */
    String beginning(String name) {
        String found = known.get(name);
        return found == null ? make(name) : found;
    }

    private String make(String name) {
        String made = new AsciiJson()
                .raw("{\"key\":\"")
                .text(name)
                .raw("\",\"value\":")
                .toString();
        if (name.length() <= LONGEST && known.size() < MOST) {
            known.put(name, made);
        }
        return made;
    }
}
