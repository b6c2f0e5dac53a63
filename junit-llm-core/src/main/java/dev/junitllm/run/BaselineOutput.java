package dev.junitllm.run;

import dev.junitllm.Sha256;
import dev.junitllm.trace.Handling;
import dev.junitllm.trace.Kept;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the application answered, as far as a baseline keeps it.
 *
 * @param text the output, or its beginning where it was cut
 * @param bytes how long what was kept of the output is in UTF-8
 * @param hash of the whole output, after what was removed from it; empty where nothing of it was kept
 * @param handling what was done to the output before the baseline saw it
 */
public record BaselineOutput(String text, int bytes, String hash, Handling handling) {

    /** The most that is kept, in bytes of UTF-8. */
    static final int MOST_BYTES = 2048;

    /**
     * Cuts an output where it is long.
     *
     * @param output the whole output, of which nothing was removed
     * @return what a baseline keeps of it
     */
    public static BaselineOutput of(String output) {
        return of(new Kept(output, Handling.WHOLE));
    }

    /**
     * Cuts an output where it is long.
     *
     * @param output the output as it was kept
     * @return what a baseline keeps of it
     */
    public static BaselineOutput of(Kept output) {
        byte[] bytes = output.text().getBytes(StandardCharsets.UTF_8);
        boolean partial = output.handling().cut() || output.handling().withheld();
        return new BaselineOutput(
                bytes.length <= MOST_BYTES ? output.text() : beginning(bytes),
                bytes.length,
                partial ? output.handling().sha256() : Sha256.begin().add(bytes).hex(),
                output.handling());
    }

    /**
     * Whether only the beginning is kept.
     *
     * @return true where the output is longer than 2 kB
     */
    public boolean isCut() {
        return bytes > MOST_BYTES;
    }

    /**
     * Whether another output was the same.
     *
     * @param other the other
     * @return empty where that can't be told, because something was removed from one of them
     */
    public Optional<Boolean> sameAs(BaselineOutput other) {
        return kept().sameAs(other.kept());
    }

    private Kept kept() {
        return new Kept(text, new Handling(handling.removed(), true, handling.withheld(), bytes, hash));
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
