package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import java.util.List;

/** Whether the output equals an acceptable answer once both are brought to one form. */
abstract class Equality extends AnswerMetric {

    private static final int SHOWN = 24;

    private final TextForm form;

    Equality(String name, TextForm form) {
        super(ScorerDescription.of(name));
        this.form = form;
    }

    @Override
    public final Score score(GoldenCase golden, Actual actual) {
        List<String> raw = golden.acceptableAnswers();
        List<String> answers = raw.stream().map(form::of).toList();
        String output = form.of(actual.output());
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).equals(output) && !isEqualByNothing(raw.get(i), output, actual.output())) {
                return Score.of(1, "equals " + AcceptableAnswers.name(golden, i));
            }
        }
        return Score.of(0, difference(golden, answers, output));
    }

    /**
     * What its form leaves nothing of, such as {@code ?}, equals only itself, on either side. Not so in SQuAD's script, for
     * which {@code the} equals nothing at all.
     */
    private boolean isEqualByNothing(String answer, String output, String rawOutput) {
        return form != TextForm.SQUAD && output.isEmpty() && !seen(answer).equals(seen(rawOutput));
    }

    private static String seen(String text) {
        return Folding.fold(Folding.withoutInvisible(text));
    }

    private static String difference(GoldenCase golden, List<String> answers, String output) {
        int nearest = 0;
        int longest = -1;
        for (int i = 0; i < answers.size(); i++) {
            int common = commonPrefix(output, answers.get(i));
            if (common > longest) {
                nearest = i;
                longest = common;
            }
        }
        return "differs from %s at character %s: %s instead of %s"
                .formatted(
                        AcceptableAnswers.name(golden, nearest),
                        Integer.toString(output.codePointCount(0, longest) + 1),
                        from(output, longest),
                        from(answers.get(nearest), longest));
    }

    private static String from(String text, int start) {
        if (start == text.length()) {
            return "the end";
        }
        int shown = Math.min(SHOWN, text.codePointCount(start, text.length()));
        return AcceptableAnswers.quote(text.substring(start, text.offsetByCodePoints(start, shown)));
    }

    private static int commonPrefix(String one, String other) {
        int end = 0;
        while (end < one.length() && end < other.length() && one.codePointAt(end) == other.codePointAt(end)) {
            end += Character.charCount(one.codePointAt(end));
        }
        return end;
    }
}
