package dev.junitllm;

/**
 * Makes text that a model, a golden file or a server wrote safe to print: in a terminal, a test name, XML or a message.
 * Control characters, invisible and direction-changing characters and broken surrogates become visible escapes such as
 * {@code \u001b}; everything else stays.
 */
public final class Printable {

    private Printable() {}

    /**
     * Makes text printable on one line: line breaks and tabs are escaped too.
     *
     * @param text any text
     * @return the text, without anything that could move a cursor, break a line or vanish
     */
    public static String line(String text) {
        return escape(text, false);
    }

    /**
     * Makes text printable on one line and cuts it.
     *
     * @param text any text
     * @param limit the most code points to show, at least 1; what is cut is said
     * @return such as {@code To be, or not… (1024 characters)}
     */
    public static String line(String text, int limit) {
        return cut(text, limit, false);
    }

    /**
     * Makes text printable over several lines: line feeds and tabs stay, carriage returns before a line feed go.
     *
     * @param text any text
     * @return the text, without anything that could move a cursor or vanish
     */
    public static String block(String text) {
        return escape(text.replace("\r\n", "\n"), true);
    }

    /**
     * Makes text printable over several lines and cuts it.
     *
     * @param text any text
     * @param limit the most code points to show, at least 1; what is cut is said
     * @return the text, cut
     */
    public static String block(String text, int limit) {
        return cut(text.replace("\r\n", "\n"), limit, true);
    }

    private static String cut(String text, int limit, boolean lines) {
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return escape(text, lines);
        }
        String kept = text.substring(0, text.offsetByCodePoints(0, limit));
        return "%s… (%s characters)".formatted(escape(kept, lines), Integer.toString(length));
    }

    private static String escape(String text, boolean lines) {
        if (isPlain(text) || text.codePoints().allMatch(codePoint -> stays(codePoint, lines))) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (stays(codePoint, lines)) {
                safe.appendCodePoint(codePoint);
            } else {
                appendEscape(safe, codePoint);
            }
        });
        return safe.toString();
    }

    /** Almost every text is, and this is asked several times for each case. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean stays(int codePoint, boolean lines) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            return true;
        }
        if (codePoint == '\n' || codePoint == '\t') {
            return lines;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default ->
                (codePoint & 0xfffe) != 0xfffe // non-characters, which XML refuses
                        && !isInvisible(codePoint);
        };
    }

    /** What is drawn as nothing although its category doesn't say so: Unicode's Default_Ignorable_Code_Point. */
    private static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2065, 0x3164, 0xffa0 -> true;
            default ->
                (codePoint >= 0x180b && codePoint <= 0x180f)
                        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                        || (codePoint >= 0xfff0 && codePoint <= 0xfff8)
                        || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
        };
    }

    private static void appendEscape(StringBuilder safe, int codePoint) {
        switch (codePoint) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                for (char unit : Character.toChars(codePoint)) {
                    safe.append("\\u");
                    String hex = Integer.toHexString(unit);
                    safe.append("0".repeat(4 - hex.length())).append(hex);
                }
            }
        }
    }
}
