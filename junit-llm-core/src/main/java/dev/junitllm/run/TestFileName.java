package dev.junitllm.run;

import dev.junitllm.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * File names that every file system takes, and that tell two tests apart. What is not an ASCII letter or digit, {@code $},
 * {@code _} or {@code -} is written as {@code %} and the hexadecimal bytes of its UTF-8, as in an address; so is a dot of
 * the method, since the one before it ends the class.
 */
public final class TestFileName {

    private static final int LONGEST = 200;

    /** Windows takes these for devices, whatever follows their first dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

    private TestFileName() {}

    /**
     * The name of a test's file.
     *
     * @param test the test
     * @return such as {@code org.example.BotEvalTest.answers.json}; the same for every run, and at most 205 characters long
     */
    public static String of(TestId test) {
        return of(test, ".json");
    }

    static String of(TestId test, String ending) {
        String name = encoded(test.className(), true) + "." + encoded(test.method(), false);
        if (DEVICE.matcher(name).matches()) {
            name = escape(name.charAt(0)) + name.substring(1);
        }
        if (name.length() > LONGEST) {
            String hash =
                    Sha256.begin().add(name.getBytes(StandardCharsets.US_ASCII)).hex();
            name = name.substring(0, LONGEST - hash.length() - 1) + "~" + hash;
        }
        return name + ending;
    }

    private static String encoded(String text, boolean dots) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xff);
            boolean stays = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || "$_-".indexOf(character) >= 0
                    || (dots && character == '.');
            if (stays) {
                encoded.append(character);
            } else {
                encoded.append(escape(character));
            }
        }
        return encoded.toString();
    }

    private static String escape(char unit) {
        return "%" + Integer.toHexString(0x100 | unit).substring(1).toUpperCase(Locale.ROOT);
    }
}
