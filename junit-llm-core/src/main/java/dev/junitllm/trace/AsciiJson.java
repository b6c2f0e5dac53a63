package dev.junitllm.trace;

import java.nio.charset.StandardCharsets;

/**
 * JSON as it is written, in ASCII: each other character is escaped. Who writes names the fields and closes what was opened. Written by
 * hand, since a run writes a trace for each case while its JVM is cold, where a library's generator takes twice as long. Not safe for use
 * by several threads.
 */
final class AsciiJson {

    private static final int USUAL_LENGTH = 1 << 12;
    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final String DIGITS = "0123456789ABCDEF";

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);

    /** Begins an object or an array. */
    AsciiJson open(char bracket) {
        separate();
        json.append(bracket);
        return this;
    }

    /** Ends an object or an array. */
    AsciiJson close(char bracket) {
        json.append(bracket);
        return this;
    }

    /** A field, by a name that has nothing in it to be escaped. */
    AsciiJson field(String name) {
        separate();
        json.append('"').append(name).append("\":");
        return this;
    }

    /** A text; half of a surrogate pair is no character, and what reads the file may refuse all of it. */
    AsciiJson text(String text) {
        separate();
        json.append('"');
        char[] characters = text.toCharArray(); // faster to read than a text while the JVM is cold
        int from = 0;
        for (int i = 0; i < characters.length; i++) {
            char next = characters[i];
            if (next < ' ' || next >= FIRST_BEYOND_ASCII || next == '"' || next == '\\') {
                json.append(characters, from, i - from);
                escape(isHalf(characters, i) ? '\uFFFD' : next);
                from = i + 1;
            }
        }
        json.append(characters, from, characters.length - from).append('"');
        return this;
    }

    /** A whole number as a text, as the protocol wants those of 64 bits. */
    AsciiJson digits(long number) {
        separate();
        json.append('"').append(number).append('"');
        return this;
    }

    /** What is JSON already. */
    AsciiJson raw(String value) {
        separate();
        json.append(value);
        return this;
    }

    /** All that was written, as one line. */
    byte[] line() {
        return json.append('\n')
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1); // which is ASCII so far, and copied as it is
    }

    @Override
    public String toString() {
        return json.toString();
    }

    private void separate() {
        char last = json.isEmpty() ? '[' : json.charAt(json.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            json.append(',');
        }
    }

    private void escape(char character) {
        switch (character) {
            case '"', '\\' -> json.append('\\').append(character);
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                json.append("\\u");
                for (int shift = Character.SIZE - 4; shift >= 0; shift -= 4) {
                    json.append(DIGITS.charAt(character >> shift & 0xF));
                }
            }
        }
    }

    private static boolean isHalf(char[] characters, int at) {
        if (Character.isHighSurrogate(characters[at])) {
            return at + 1 == characters.length || !Character.isLowSurrogate(characters[at + 1]);
        }
        return Character.isLowSurrogate(characters[at]) && (at == 0 || !Character.isHighSurrogate(characters[at - 1]));
    }
}
