package dev.junitllm.trace.redaction;

/** Tells secrets from other texts that stand where secrets do. */
final class SecretValues {

    static final int SHORTEST = 8;

    private SecretValues() {}

    /** A whole value under the name of a secret. */
    static boolean isSecret(String value) {
        return value.length() >= SHORTEST && !standsForOne(value, 0, value.length());
    }

    /** A whole value under a name that may be a secret's. */
    static boolean looksSecret(String value) {
        return value.length() >= 2 * SHORTEST
                && value.chars().noneMatch(Character::isWhitespace)
                && unguessable(value, 0, value.length()) > 0;
    }

    /** Behind {@code password:} or {@code password=} in text: what may be an ordinary word must be quoted, or set by {@code =}. */
    static int inText(String text, int start, int end) {
        char before = text.charAt(start - 1);
        boolean told = before == '"' || before == '\'' || before == '=';
        return !standsForOne(text, start, end) && (told || hasDigitOrSign(text, start, end)) ? end : start;
    }

    static int inUrl(String text, int start, int end) {
        return standsForOne(text, start, end) ? start : unguessable(text, start, end);
    }

    /** Words have no digits in them. */
    static int unguessable(String text, int start, int end) {
        if (text.startsWith("[REDACTED:", start)) {
            return start;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return end;
            }
        }
        return start;
    }

    private static boolean hasDigitOrSign(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char one = text.charAt(i);
            if ((one >= '0' && one <= '9') || "!#$%^*+~@".indexOf(one) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A variable, a placeholder, stars, or what was redacted already. */
    private static boolean standsForOne(String text, int start, int end) {
        return text.startsWith("[REDACTED", start)
                || text.startsWith("${", start)
                || text.startsWith("{{", start)
                || text.startsWith("$(", start)
                || text.charAt(start) == '<'
                || isOneCharacter(text, start, end);
    }

    private static boolean isOneCharacter(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) != text.charAt(start)) {
                return false;
            }
        }
        return true;
    }
}
