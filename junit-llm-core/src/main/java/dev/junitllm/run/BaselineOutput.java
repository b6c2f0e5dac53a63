package dev.junitllm.run;

import dev.junitllm.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * What the application answered, as far as a baseline keeps it.
 *
 * @param text the output, or its beginning where it was cut
 * @param bytes how long the whole output is in UTF-8
 * @param hash of the whole output
 */
public record BaselineOutput(String text, int bytes, String hash) {

    /** The most that is kept, in bytes of UTF-8. */
    static final int MOST_BYTES = 2048;

    /**
     * Cuts an output where it is long.
     *
     * @param output the whole output, without secrets
     * @return what a baseline keeps of it
     */
    public static BaselineOutput of(String output) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        return new BaselineOutput(
                bytes.length <= MOST_BYTES ? output : beginning(bytes),
                bytes.length,
                Sha256.begin().add(bytes).hex());
    }

    /**
     * Whether only the beginning is kept.
     *
     * @return true where the output is longer than 2 kB
     */
    public boolean isCut() {
        return bytes > MOST_BYTES;
    }

    /** Never cuts a character in two: a byte that continues one begins with the bits 10. */
    private static String beginning(byte[] bytes) {
        int end = MOST_BYTES;
        while (end > 0 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
