package dev.junitllm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this project writes it: its first 16 bytes, in hexadecimal. Not safe for use by several threads. */
public final class Sha256 {

    private static final int BYTES = 16;

    /** Never updated, only copied: asking the security providers anew takes longer than hashing a case. */
    private static final MessageDigest EMPTY = create();

    private final MessageDigest digest;

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * Begins a hash.
     *
     * @return a hash of nothing yet
     */
    public static Sha256 begin() {
        try {
            return new Sha256((MessageDigest) EMPTY.clone());
        } catch (CloneNotSupportedException e) {
            return new Sha256(create()); // some provider's can't be copied
        }
    }

    /**
     * Adds bytes to what is hashed.
     *
     * @param bytes any bytes
     * @return this
     */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /**
     * Ends the hash; to be asked for once.
     *
     * @return 32 lower-case hexadecimal digits: the first half of the SHA-256
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
