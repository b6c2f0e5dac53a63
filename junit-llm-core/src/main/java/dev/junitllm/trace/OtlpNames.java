package dev.junitllm.trace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of attributes as they are written, which is half of what a small trace consists of and much the same in each. Only so
 * many are kept. Safe for use by several threads.
 */
final class OtlpNames {

    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The name in JSON. */
    String quoted(String name) {
        String found = known.get(name);
        return found == null ? quote(name) : found;
    }

    private String quote(String name) {
        String quoted = new AsciiJson().text(name).toString();
        if (name.length() <= LONGEST && known.size() < MOST) {
            known.put(name, quoted);
        }
        return quoted;
    }
}
