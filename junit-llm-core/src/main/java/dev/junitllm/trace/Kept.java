package dev.junitllm.trace;

import dev.junitllm.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text as it may be kept, shown and sent, and as it is read back.
 *
 * @param text the text, or what stands for it
 * @param handling what was done to it
 */
public record Kept(String text, Handling handling) {

    /**
     * The text as it was said, for whoever needs exactly that: to score it again, to label it, to compare it.
     *
     * @return empty where something was removed from it, or where it was cut or withheld: it must be asked for again
     */
    public Optional<String> original() {
        return handling.isWhole() ? Optional.of(text) : Optional.empty();
    }

    /**
     * Whether another text said the same.
     *
     * @param other the other
     * @return empty where that can't be told: what was removed may have differed, or was removed of one only
     */
    public Optional<Boolean> sameAs(Kept other) {
        String own = identity();
        String others = other.identity();
        if (own.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        boolean nothingRemoved =
                handling.removed().isEmpty() && other.handling.removed().isEmpty();
        if (own.equals(others)) {
            return nothingRemoved ? Optional.of(true) : Optional.empty();
        }
        boolean removedAlike = handling.removed().equals(other.handling.removed());
        return removedAlike ? Optional.of(false) : Optional.empty();
    }

    /** A hash of all that is left after what was removed; empty where that is not known. */
    private String identity() {
        return handling.cut() || handling.withheld()
                ? handling.sha256()
                : Sha256.begin().add(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
