package dev.junitllm.judge.prompt;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a verdict, or like an instruction to whoever judges, in a text that is to be judged. It is a
 * detector, not a defence: what it finds draws a second vote on the text without it, and decides nothing by itself.
 */
final class VerdictLikeText {

    static final String MASK = "[a passage was taken out here]";

    private static final Pattern SENTENCE = Pattern.compile("[^.!?。！？\\n]*+(?:[.!?。！？]++[\"'”’)\\]}]*+|\\n++|$)");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");

    private static final Pattern MIXED_WORD =
            Pattern.compile("\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin}");

    private static final Pattern ACCENTS = Pattern.compile("(\\p{IsLatin})\\p{M}+");

    private static final int TAGS = 0xe0000;

    private static final VerdictSigns SIGNS = VerdictSigns.read();

    private VerdictLikeText() {}

    static boolean isIn(String text) {
        String plain = plain(text);
        return holdsSign(text, plain)
                || (SIGNS.mayBeginOrEnd(plain)
                        && sentences(text).stream().map(VerdictLikeText::plain).anyMatch(SIGNS::beginOrEnd));
    }

    /** The text without the sentences that look so; where only the whole does, nothing of it is left. */
    static String maskedIn(String text) {
        StringBuilder masked = new StringBuilder();
        boolean found = false;
        for (String sentence : sentences(text)) {
            boolean hit = holdsSign(sentence, plain(sentence));
            found |= hit;
            masked.append(hit ? MASK + "\n" : sentence);
        }
        String rest = masked.toString().replace(MASK, "");
        return found && !holdsSign(rest, plain(rest)) ? masked.toString() : MASK;
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            if (matcher.end() > end) {
                sentences.add(text.substring(end, matcher.end()));
                end = matcher.end();
            }
        }
        return sentences;
    }

    private static boolean holdsSign(String text, String plain) {
        if (!FoldedText.isAscii(text)
                && (text.codePoints().anyMatch(VerdictLikeText::isSmuggled)
                        || MIXED_WORD.matcher(text).find())) {
            return true;
        }
        if (SIGNS.areIn(plain)) {
            return true;
        }
        for (String hidden : decoded(text)) {
            if (SIGNS.areIn(plain(hidden))) {
                return true;
            }
        }
        return false;
    }

    /** Tag characters spell text that nobody sees, and overrides of direction show another text than is read. */
    private static boolean isSmuggled(int codePoint) {
        return (codePoint >= TAGS && codePoint <= TAGS + 0x7f)
                || (codePoint >= 0x202a && codePoint <= 0x202e)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static String plain(String text) {
        if (FoldedText.isAscii(text)) {
            return FoldedText.of(text);
        }
        String folded = FoldedText.of(text).replace('’', '\'').replace('“', '"').replace('”', '"');
        String apart = Normalizer.normalize(folded, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll("$1"), Normalizer.Form.NFC);
    }

    private static List<String> decoded(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = BASE64.matcher(text);
        while (matcher.find()) {
            try {
                String code = matcher.group().replace('-', '+').replace('_', '/');
                found.add(new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // no Base64 after all
            }
        }
        return found;
    }
}
