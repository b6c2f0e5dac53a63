package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whether an acceptable answer stands somewhere in the output once both are brought to one form. */
final class Substring {

    private Substring() {}

    static Score score(GoldenCase golden, Actual actual, UnaryOperator<String> form) throws ScoringException {
        List<String> answers = golden.acceptableAnswers();
        List<String> sought = answers.stream().map(form).toList();
        int empty = sought.indexOf("");
        if (empty >= 0) {
            throw AcceptableAnswers.empty(golden, empty, "contains");
        }
        String output = form.apply(actual.output());
        for (int i = 0; i < sought.size(); i++) {
            if (contains(output, sought.get(i))) {
                return Score.of(1, "contains " + AcceptableAnswers.name(golden, i));
            }
        }
        return Score.of(0, AcceptableAnswers.none(answers, "in the output"));
    }

    /** Knuth, Morris and Pratt's search: unlike {@link String#contains}, linear in hostile texts too. */
    static boolean contains(String text, String sought) {
        int[] borders = borders(sought);
        int matched = 0;
        for (int i = 0; i < text.length() && matched < sought.length(); i++) {
            while (matched > 0 && text.charAt(i) != sought.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == sought.charAt(matched)) {
                matched++;
            }
        }
        return matched == sought.length();
    }

    private static int[] borders(String sought) {
        int[] borders = new int[sought.length()];
        int border = 0;
        for (int i = 1; i < sought.length(); i++) {
            while (border > 0 && sought.charAt(i) != sought.charAt(border)) {
                border = borders[border - 1];
            }
            if (sought.charAt(i) == sought.charAt(border)) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }
}
