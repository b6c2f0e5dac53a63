package dev.junitllm.report.waterfall;

import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores against their bars, with the reason for each. */
final class ScoreList {

    private final Markup out;
    private final Texts texts;

    ScoreList(Markup out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void write(TraceSpan span, Set<String> shown) {
        List<ScoreSaid> scores = ScoreSaid.of(span);
        if (!scores.isEmpty()) {
            shown.addAll(List.of(
                    TraceNames.EVALUATION_NAME,
                    TraceNames.EVALUATION_SCORE_VALUE,
                    TraceNames.EVALUATION_THRESHOLD,
                    TraceNames.EVALUATION_SCORE_LABEL,
                    TraceNames.EVALUATION_EXPLANATION));
        }
        scores.forEach(this::write);
    }

    private void write(ScoreSaid score) {
        out.open("div", "class", "score " + score.style());
        out.element("b", "", score.name());
        if (score.isDrawn()) {
            out.open("span", "class", "meter");
            out.open("span", "class", "fill", "style", "width:" + percent(score.value()))
                    .close("span");
            Double bar = score.bar();
            if (bar != null && bar >= 0 && bar <= 1) {
                out.open("span", "class", "mark", "style", "left:" + percent(bar))
                        .close("span");
            }
            out.close("span");
        }
        out.element("span", "words", score.words());
        if (!score.reason().isEmpty()) {
            texts.box(score.reason());
        }
        out.close("div");
    }

    private static String percent(@Nullable Double share) {
        return TimeAxis.css(share == null ? 0 : share * 100);
    }
}
