package dev.junitllm.trace;

import java.nio.charset.StandardCharsets;

/**
 * JSON as it is put together of pieces that are JSON already and of texts, in ASCII: each other character is escaped. By hand, since a
 * run writes a trace for each case while its JVM is cold, where a library's generator takes twice as long; in few pieces, since what is
 * called often is compiled, too. Not safe for use by several threads.
 */
final class AsciiJson {

    private static final int USUAL_LENGTH = 1 << 12;
    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final String DIGITS = "0123456789ABCDEF";

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);

    /** A piece of JSON as it is. */
    AsciiJson raw(String piece) {
        json.append(piece);
        return this;
    }

    /** A whole number as it is. */
    AsciiJson raw(long number) {
        json.append(number);
        return this;
    }

    /** What stands between the quotes of a text; half of a surrogate pair is no character, and what reads the file may refuse all of it. */
    AsciiJson text(String text) {
        char[] characters = text.toCharArray(); // faster to read than a text while the JVM is cold
        int first = toEscape(characters, 0);
        if (first == characters.length) {
            json.append(text);
        } else {
            escape(text, characters, first);
        }
        return this;
    }

    /** All that was written, as one line. */
    byte[] line() {
        return json.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1); // it is ASCII, and copied as it is
    }

    @Override
    public String toString() {
        return json.toString();
    }

    /** Where the next character is that is to be escaped. */
    private static int toEscape(char[] characters, int from) {
        int at = from;
        while (at < characters.length && isPlain(characters[at])) {
            at++;
        }
        return at;
    }

    private void escape(String text, char[] characters, int first) {
        int from = 0;
        for (int at = first; at < characters.length; at = toEscape(characters, from)) {
            json.append(text.substring(from, at)); // in one piece: the other ways to append go by characters
            escape(characters, at);
            from = at + 1;
        }
        json.append(text.substring(from));
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < FIRST_BEYOND_ASCII && character != '"' && character != '\\';
    }

    private void escape(char[] characters, int at) {
        char character = characters[at];
        switch (character) {
            case '"', '\\' -> json.append('\\').append(character);
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> escapeByNumber(isHalf(characters, at) ? '\uFFFD' : character);
        }
    }

    private void escapeByNumber(char character) {
        json.append("\\u");
        for (int shift = Character.SIZE - 4; shift >= 0; shift -= 4) {
            json.append(DIGITS.charAt(character >> shift & 0xF));
        }
    }

    private static boolean isHalf(char[] characters, int at) {
        if (Character.isHighSurrogate(characters[at])) {
            return at + 1 == characters.length || !Character.isLowSurrogate(characters[at + 1]);
        }
        return Character.isLowSurrogate(characters[at]) && (at == 0 || !Character.isHighSurrogate(characters[at - 1]));
    }
}
