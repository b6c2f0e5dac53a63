package dev.junitllm.gate;

import dev.junitllm.Sha256;
import dev.junitllm.run.RunSummary;
import java.nio.charset.StandardCharsets;

/** Seeds that follow from the test and the score, so that the same run gives the same interval. */
final class Seeds {

    private static final int DIGITS = 8;

    private Seeds() {}

    /** From 0, below 2^32. */
    static long of(RunSummary run, String score) {
        byte[] name = (run.test().displayName() + " " + score).getBytes(StandardCharsets.UTF_8);
        return Long.parseLong(Sha256.begin().add(name).hex().substring(0, DIGITS), 16);
    }

    /** Such as {@code 0x00c0ffee}. */
    static String shown(long seed) {
        String digits = Long.toHexString(seed);
        return "0x" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
