package dev.junitllm.score.text;

import dev.junitllm.score.text.BleuScore.Smoothing;
import dev.junitllm.score.text.BleuScore.Tokenizer;
import java.util.Locale;
import java.util.Map;

/** Everything that decides a BLEU besides the texts. */
record BleuSettings(
        Tokenizer tokenizer,
        Smoothing smoothing,
        double smoothingValue,
        int maxOrder,
        boolean lowercase,
        boolean effectiveOrder) {

    /** What sacreBLEU does for a sentence. */
    static final BleuSettings USUAL = new BleuSettings(Tokenizer.V13A, Smoothing.EXP, 0, 4, false, true);

    /** A method's value where none is asked for; 0 where it has none. */
    static double usualValue(Smoothing smoothing) {
        return switch (smoothing) {
            case FLOOR -> 0.1;
            case ADD_K -> 1;
            case NONE, EXP -> 0;
        };
    }

    /** The same over a corpus, where every order counts. */
    BleuSettings forCorpus() {
        return new BleuSettings(tokenizer, smoothing, smoothingValue, maxOrder, lowercase, false);
    }

    Map<String, String> parameters() {
        return Map.of("signature", signature(), "smoothingValue", Double.toString(smoothingValue));
    }

    /** In the words of sacreBLEU's signatures, with the order where it isn't 4. */
    String signature() {
        return "case:%s|eff:%s|tok:%s|smooth:%s%s"
                .formatted(
                        lowercase ? "lc" : "mixed",
                        effectiveOrder ? "yes" : "no",
                        tokenizer == Tokenizer.V13A ? "13a" : tokenizer.name().toLowerCase(Locale.ROOT),
                        smooth(),
                        maxOrder == USUAL.maxOrder ? "" : "|order:" + maxOrder);
    }

    private String smooth() {
        String name = smoothing.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return smoothingValue == 0 ? name : String.format(Locale.ROOT, "%s[%.2f]", name, smoothingValue);
    }
}
