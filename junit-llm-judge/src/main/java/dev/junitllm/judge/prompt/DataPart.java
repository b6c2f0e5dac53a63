package dev.junitllm.judge.prompt;

import java.util.Set;

/**
 * One text that a judge is shown.
 *
 * @param field what it is
 * @param name what its field is called in this prompt
 * @param id tells it from others of its field, such as {@code c2}; empty where it is the only one
 * @param raw the text as it came
 * @param text the text as it is shown: what can't be seen is written as escapes
 * @param fromApplication whether the application that is judged made or fetched it
 * @param folded the text in the form in which a quote is looked for, as it came and as it is shown
 * @param flags what is suspicious about it
 */
record DataPart(
        DataField field,
        String name,
        String id,
        String raw,
        String text,
        boolean fromApplication,
        String folded,
        Set<DataFlag> flags) {

    static DataPart of(DataField field, String id, String raw, boolean fromApplication) {
        return named(field, field.label(), id, raw, fromApplication);
    }

    static DataPart named(DataField field, String name, String id, String raw, boolean fromApplication) {
        if (raw.length() > JudgedData.MOST_CHARACTERS) {
            return new DataPart(field, name, id, raw, raw, fromApplication, raw, Set.of()); // to be refused
        }
        VisibleText visible = VisibleText.of(raw);
        String folded = FoldedText.of(raw);
        return new DataPart(
                field,
                name,
                id,
                raw,
                visible.text(),
                fromApplication,
                visible.text().equals(raw) ? folded : folded + "\n" + FoldedText.of(visible.text()),
                fromApplication ? DataFlag.of(raw, visible.hasHidden()) : Set.of());
    }

    DataPart withName(String other) {
        return new DataPart(field, other, id, raw, text, fromApplication, folded, flags);
    }

    /** Without what looks like a verdict or an instruction. */
    DataPart masked() {
        return flags.contains(DataFlag.VERDICT_LIKE)
                ? named(field, name, id, VerdictLikeText.maskedIn(raw), true)
                : this;
    }
}
