package dev.junitllm.trace.redaction;

import org.jspecify.annotations.Nullable;

/** Texts as they are written within the quotes of JSON. */
final class JsonEscapes {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private JsonEscapes() {}

    /** What is meant; {@code null} where an escape is none. */
    static @Nullable String decode(String json, int begins, int ends) {
        char[] text = new char[ends - begins]; // a JVM that has just begun works faster on an array
        json.getChars(begins, ends, text, 0);
        int written = 0;
        int at = 0;
        while (at < text.length) {
            char one = text[at++];
            if (one != '\\') {
                text[written++] = one;
                continue;
            }
            char kind = at < text.length ? text[at++] : ' ';
            int place = SHORT.indexOf(kind);
            int unit = kind == 'u' ? unit(text, at) : -1;
            if (place >= 0) {
                text[written++] = MEANT.charAt(place);
            } else if (unit >= 0) {
                text[written++] = (char) unit;
                at += HEX_DIGITS;
            } else {
                return null;
            }
        }
        return new String(text, 0, written);
    }

    /** Whether ASCII may be among what is hidden so, or a letter whose other case is, however deep in JSON within JSON. */
    static boolean mayHideAscii(String json) {
        int at = json.indexOf('\\');
        while (at >= 0) {
            int ends = at;
            while (ends < json.length() && json.charAt(ends) == '\\') {
                ends++;
            }
            if (json.startsWith("/", ends)
                    || json.startsWith("u00", ends)
                    || json.startsWith("u01", ends) // long s and dotless i
                    || json.startsWith("u21", ends)) { // Kelvin
                return true;
            }
            at = json.indexOf('\\', ends);
        }
        return false;
    }

    /** A text with what {@code \\u0041} and {@code \\/} hide in the place of these, however deep in JSON within JSON they are. */
    static String revealed(String json) {
        char[] text = json.toCharArray();
        int written = 0;
        int at = 0;
        while (at < text.length) {
            if (text[at] != '\\') {
                text[written++] = text[at++];
                continue;
            }
            int ends = at + 1;
            while (ends < text.length && text[ends] == '\\') {
                ends++;
            }
            char kind = ends < text.length ? text[ends] : ' ';
            int unit = kind == 'u' ? unit(text, ends + 1) : -1;
            if (unit >= 0) {
                text[written++] = (char) unit;
                at = ends + 1 + HEX_DIGITS;
            } else if (kind == '/') {
                at = ends;
            } else {
                while (at < ends) {
                    text[written++] = text[at++];
                }
            }
        }
        return new String(text, 0, written);
    }

    /** What four hexadecimal digits say; -1 where there are none. */
    private static int unit(char[] text, int at) {
        if (at + HEX_DIGITS > text.length) {
            return -1;
        }
        int unit = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = text[i] > 'f' ? -1 : Character.digit(text[i], HEX);
            if (digit < 0) {
                return -1;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }

    /** Writes a text; without characters outside ASCII where the rest has none. */
    static void encode(String text, boolean ascii, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            int place = MEANT.indexOf(one);
            if (place >= 0 && one != '/') {
                json.append('\\').append(SHORT.charAt(place));
            } else if (one < ' ' || (ascii && one > '~') || Character.isSurrogate(one)) {
                json.append("\\u");
                String hex = Integer.toHexString(one);
                json.append("0".repeat(HEX_DIGITS - hex.length())).append(hex);
            } else {
                json.append(one);
            }
        }
    }
}
