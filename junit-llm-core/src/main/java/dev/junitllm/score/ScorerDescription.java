package dev.junitllm.score;

import dev.junitllm.Printable;
import dev.junitllm.Sha256;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a scorer is. Two scorers of the same fingerprint give the same score to the same output.
 *
 * @param name the name its scores carry unless the annotation says otherwise: lower-case words joined by hyphens, such
 *     as {@code token-f1}
 * @param version of the metric's definition; raised when the same input begins to score differently
 * @param parameters everything else that decides a score, by name; sorted and immutable
 */
public record ScorerDescription(String name, int version, Map<String, String> parameters) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*");

    private static final int FINGERPRINT_DIGITS = 12;

    /**
     * Checks what it is made of.
     *
     * @param name the name its scores carry unless the annotation says otherwise: lower-case words joined by hyphens, such
     *     as {@code token-f1}
     * @param version of the metric's definition; raised when the same input begins to score differently
     * @param parameters everything else that decides a score, by name; sorted and immutable
     */
    public ScorerDescription {
        checkName(name);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Describes a scorer that has no parameters.
     *
     * @param name the name its scores carry
     * @return the description, version 1
     */
    public static ScorerDescription of(String name) {
        return new ScorerDescription(name, 1, Map.of());
    }

    /**
     * Describes a scorer with parameters.
     *
     * @param name the name its scores carry
     * @param parameters everything else that decides a score
     * @return the description, version 1
     */
    public static ScorerDescription of(String name, Map<String, String> parameters) {
        return new ScorerDescription(name, 1, parameters);
    }

    /**
     * A hash of name, version and parameters.
     *
     * @return 12 lower-case hexadecimal digits
     */
    public String fingerprint() {
        Sha256 hash = Sha256.begin();
        add(hash, name);
        add(hash, Integer.toString(version));
        parameters.forEach((parameter, value) -> {
            add(hash, parameter);
            add(hash, value);
        });
        return hash.hex().substring(0, FINGERPRINT_DIGITS);
    }

    private static void add(Sha256 hash, String text) {
        // the length goes first, so that no value can pass itself off as two
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length() * Character.BYTES);
        bytes.putInt(text.length()).asCharBuffer().put(text);
        hash.add(bytes.array());
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a score's name is made of letters, digits, spaces, dots, hyphens and underscores and begins with"
                            + " a letter or digit, unlike '" + Printable.line(name, 80) + "'");
        }
    }
}
