package dev.junitllm.judge.criteria;

import dev.junitllm.score.Score;
import java.util.Optional;

/** What a criterion makes of an answer that holds nothing to judge, without asking. */
enum Emptiness {
    ZERO,
    NOT_APPLICABLE,
    JUDGE;

    Optional<Score> score() {
        String reason = "there is nothing to judge in the answer; the judge was not asked";
        return switch (this) {
            case ZERO -> Optional.of(Score.of(0, reason));
            case NOT_APPLICABLE -> Optional.of(Score.notApplicable(reason));
            case JUDGE -> Optional.empty();
        };
    }
}
