package dev.junitllm.judge.prompt;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Draws the nonces of prompts: 128 bits that nobody who wrote the data could know. Thread-safe. */
public final class Nonce implements Supplier<String> {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** Begins to draw. */
    public Nonce() {}

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
