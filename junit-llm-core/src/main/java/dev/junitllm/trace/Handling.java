package dev.junitllm.trace;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done to a text before it was kept. Whoever reads the text back must look at it: a text of which something was
 * removed is not what the application said.
 *
 * @param removed how many things each rule of redaction replaced, by the rule's name
 * @param cut whether only its beginning is kept
 * @param withheld whether nothing of it is kept
 * @param length how many characters it had, where it was cut or withheld; else 0
 * @param sha256 the first 32 hexadecimal digits of the SHA-256 of the whole text, after what was removed from it, where it was cut
 *     or hashed; else empty
 */
public record Handling(Map<String, Integer> removed, boolean cut, boolean withheld, int length, String sha256) {

    /** Nothing was done to it. */
    public static final Handling WHOLE = new Handling(Map.of(), false, false, 0, "");

    /**
     * Sorts the counts.
     *
     * @param removed how many things each rule of redaction replaced, by the rule's name
     * @param cut whether only its beginning is kept
     * @param withheld whether nothing of it is kept
     * @param length how many characters it had, where it was cut or withheld; else 0
     * @param sha256 the first 32 hexadecimal digits of the SHA-256 of the whole text, after what was removed from it, where it was
     *     cut or hashed; else empty
     */
    public Handling {
        removed = removed.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(removed));
    }

    /**
     * Whether the text is what it was.
     *
     * @return true where nothing was removed, cut or withheld
     */
    public boolean isWhole() {
        return removed.isEmpty() && !cut && !withheld;
    }
}
