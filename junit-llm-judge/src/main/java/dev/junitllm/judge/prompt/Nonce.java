package dev.junitllm.judge.prompt;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Draws the nonces of prompts: 128 bits that nobody who wrote the data could know. Thread-safe. */
public final class Nonce implements Supplier<String> {

    private static final int BYTES = 16;

    /** Drawn at once: what a call of the source costs hardly depends on how much it is asked for. */
    private static final int BLOCK = 64 * BYTES;

    private final SecureRandom random = new SecureRandom();
    private final byte[] block = new byte[BLOCK];
    private int used = BLOCK;

    /** Begins to draw. */
    public Nonce() {}

    @Override
    public synchronized String get() {
        if (used == BLOCK) {
            random.nextBytes(block);
            used = 0;
        }
        used += BYTES;
        return HexFormat.of().formatHex(block, used - BYTES, used);
    }
}
