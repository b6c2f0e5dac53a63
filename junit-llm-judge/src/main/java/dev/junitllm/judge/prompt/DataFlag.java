package dev.junitllm.judge.prompt;

import java.util.EnumSet;
import java.util.Set;

/** What is suspicious about a text that is to be judged. */
public enum DataFlag {
    /** It holds characters that can't be seen, or that change the direction of others. */
    HIDDEN_CHARACTERS,
    /** It holds what looks like a verdict, or like an instruction to whoever judges it. */
    VERDICT_LIKE;

    static Set<DataFlag> of(String raw, boolean hidden) {
        EnumSet<DataFlag> flags = EnumSet.noneOf(DataFlag.class);
        if (hidden) {
            flags.add(HIDDEN_CHARACTERS);
        }
        if (VerdictLikeText.isIn(raw)) {
            flags.add(VERDICT_LIKE);
        }
        return flags;
    }
}
