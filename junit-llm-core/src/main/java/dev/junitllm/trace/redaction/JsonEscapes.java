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
        StringBuilder text = new StringBuilder(ends - begins);
        int at = begins;
        while (at < ends) {
            char one = json.charAt(at++);
            if (one != '\\') {
                text.append(one);
                continue;
            }
            char kind = at < ends ? json.charAt(at++) : ' ';
            int place = SHORT.indexOf(kind);
            if (place >= 0) {
                text.append(MEANT.charAt(place));
            } else if (kind == 'u' && at + HEX_DIGITS <= ends && isHex(json, at)) {
                text.append((char) Integer.parseInt(json, at, at + HEX_DIGITS, HEX));
                at += HEX_DIGITS;
            } else {
                return null;
            }
        }
        return text.toString();
    }

    private static boolean isHex(String json, int at) {
        for (int i = at; i < at + HEX_DIGITS; i++) {
            if (Character.digit(json.charAt(i), HEX) < 0 || json.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
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
