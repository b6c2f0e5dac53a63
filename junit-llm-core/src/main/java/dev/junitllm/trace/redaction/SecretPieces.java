package dev.junitllm.trace.redaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what is left of secrets where texts that hold them were cut, as in a quotation: pieces of eight characters or more,
 * whatever their case.
 */
final class SecretPieces {

    private static final int SHORTEST = 8;

    private final Set<String> pieces = new HashSet<>();

    private SecretPieces(Collection<String> secrets) {
        for (String secret : secrets) {
            for (int at = 0; at + SHORTEST <= secret.length(); at++) {
                pieces.add(at(secret, at));
            }
        }
    }

    /** A rule that removes pieces of secrets which a rule of that name has removed. */
    static RedactionRule rule(String name, Collection<String> secrets) {
        SecretPieces pieces = new SecretPieces(secrets);
        return RedactionRule.of(name, "(?s).{" + SHORTEST + "}")
                .beginningAt(pieces::isAt)
                .when(pieces::end);
    }

    private boolean isAt(String text, int at) {
        return at + SHORTEST <= text.length() && pieces.contains(at(text, at));
    }

    private int end(String text, int start, int end) {
        int last = start;
        while (isAt(text, last + 1)) {
            last++;
        }
        return last + SHORTEST;
    }

    private static String at(String text, int at) {
        return text.substring(at, at + SHORTEST).toLowerCase(Locale.ROOT);
    }
}
