package dev.junitllm;

import java.util.Locale;

/** Where a golden case came from. */
public enum Origin {
    /** Written by a person. */
    MANUAL,
    /** Generated. */
    SYNTHETIC,
    /** Taken from real use. */
    PRODUCTION;

    /**
     * The word golden files use.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
