package dev.junitllm.golden;

/**
 * How much a golden file may ask for, so that a broken or hostile one can't take all memory or disk.
 *
 * @param maxLineBytes the most bytes one case may take in its file, at least 1
 * @param maxUnpackedBytes the most bytes a compressed file may unpack to, at least 1
 */
public record ReadingLimits(int maxLineBytes, long maxUnpackedBytes) {

    /** 16 MiB a case, 1 GiB unpacked. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(16 * 1024 * 1024, 1024L * 1024 * 1024);

    /** How deep JSON or YAML may nest; deeper is taken for an attack on the stack. */
    static final int MAX_NESTING = 200;

    /**
     * Checks what it is made of.
     *
     * @param maxLineBytes the most bytes one case may take in its file, at least 1
     * @param maxUnpackedBytes the most bytes a compressed file may unpack to, at least 1
     */
    public ReadingLimits {
        if (maxLineBytes < 1 || maxUnpackedBytes < 1) {
            throw new IllegalArgumentException(
                    "reading limits begin at 1 byte, unlike " + maxLineBytes + " and " + maxUnpackedBytes);
        }
    }
}
