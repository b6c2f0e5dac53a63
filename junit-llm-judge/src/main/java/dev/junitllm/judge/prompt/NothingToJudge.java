package dev.junitllm.judge.prompt;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows an answer that holds nothing to judge: no letter, digit or symbol, or but the opening of a solution that never comes.
 * Judges have been found to score both highly (arXiv 2507.08794).
 */
final class NothingToJudge {

    private static final Pattern SUBSTANCE = Pattern.compile("[\\p{L}\\p{N}\\p{So}\\p{Sm}\\p{Sc}]");

    private static final Set<String> OPENINGS = Set.of(
            "thought process",
            "thinking process",
            "reasoning",
            "solution",
            "the solution",
            "answer",
            "the answer",
            "final answer",
            "the final answer is",
            "the answer is",
            "explanation",
            "step 1",
            "let's solve this problem step by step",
            "let's think step by step",
            "let us think step by step",
            "let's work through this step by step",
            "lösung",
            "antwort",
            "solución",
            "respuesta",
            "réponse",
            "risposta",
            "resposta",
            "решение",
            "ответ",
            "解",
            "答",
            "答案",
            "かいせつ",
            "解答");

    private static final int LONGEST =
            OPENINGS.stream().mapToInt(String::length).max().orElseThrow();

    private NothingToJudge() {}

    static boolean is(String answer) {
        String folded = FoldedText.of(answer);
        if (!SUBSTANCE.matcher(folded).find()) {
            return true;
        }
        String words = words(folded);
        return words.length() <= LONGEST
                && OPENINGS.contains(words.replace('’', '\'').toLowerCase(Locale.ROOT));
    }

    /** Without what is neither letter nor digit before the first of them and behind the last. */
    private static String words(String text) {
        int begins = 0;
        while (begins < text.length() && !isOfWord(text.codePointAt(begins))) {
            begins += Character.charCount(text.codePointAt(begins));
        }
        int ends = text.length();
        while (ends > begins && !isOfWord(text.codePointBefore(ends))) {
            ends -= Character.charCount(text.codePointBefore(ends));
        }
        return text.substring(begins, ends);
    }

    private static boolean isOfWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
