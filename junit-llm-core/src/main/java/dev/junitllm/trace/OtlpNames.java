package dev.junitllm.trace;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of attributes as they are written, which is half of what a small trace consists of and much the same in each. Only so
 * many are kept. Safe for use by several threads.
 */
final class OtlpNames {

    private static final int MOST = 500;
    private static final int LONGEST = 200;
    private static final char ASCII = 0x80;

    private final Map<String, SerializableString> known = new ConcurrentHashMap<>();

    /** The name as it is written; {@code null} where it has characters that must be escaped one by one. */
    @Nullable
    SerializableString find(String name) {
        SerializableString found = known.get(name);
        return found == null && name.length() <= LONGEST && isAscii(name) ? make(name) : found;
    }

    private SerializableString make(String name) {
        SerializableString made = new SerializedString(name);
        if (known.size() < MOST) {
            known.put(name, made);
        }
        return made;
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
