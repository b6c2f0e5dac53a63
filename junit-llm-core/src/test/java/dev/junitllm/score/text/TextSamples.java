package dev.junitllm.score.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts for property tests. */
final class TextSamples {

    private static final int[] CHARACTERS = {
        'a', 'b', 'A', ' ', ' ', '\n', '1', '7', '.', ',', '-', '\'', '%', '(', '<', '&', 0, 0x1b, 0x85, 0xa0, 0xdf,
        0x130, 0x131, 0x301, 0x323, 0x3a3, 0x3c2, 0x2028, 0x202e, 0x2212, 0x200d, 0xd800, 0xdbff, 0xdc00, 0xe01, 0xe33,
        0x3042, 0x30fc, 0x6771, 0x4eac, 0xac00, 0xfb01, 0xfdfa, 0xfe0f, 0xff11, 0xffff, 0x1f600, 0x1d7d8, 0xe0041,
        0x10ffff
    };

    private static final List<String> WORDS = List.of(
            "the",
            "The",
            "cat",
            "cats",
            "sat",
            "on",
            "mat",
            "3.14",
            "1,000",
            "don't",
            "well-known",
            "東京",
            "Ünïcode",
            "e.g.",
            "(hi)",
            "!",
            "-",
            "\n",
            "x\ny");

    private TextSamples() {}

    /** Up to eleven code points, rather strange ones. */
    static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    random.nextInt(8) == 0 ? random.nextInt(0x110000) : CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    /** Up to eleven words of few, so that texts share some. */
    static String wordy(Random random) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(random.nextInt(12))
                .collect(Collectors.joining(" "));
    }

    /** One or the other. */
    static String any(Random random) {
        return random.nextBoolean() ? hostile(random) : wordy(random);
    }
}
