package dev.junitllm.score.answer;

/** A figure of a classification over a whole golden set. The F1 of a label is 2 TP / (2 TP + FP + FN). */
public enum ClassificationFigure {

    /** The share of cases whose label is right. */
    ACCURACY("accuracy"),

    /** The mean F1 of the labels, each counting the same; labels that nobody expected and nobody gave are left out. */
    MACRO_F1("macro F1"),

    /** The F1 over all labels' counts together. Where every output can be read it equals the accuracy. */
    MICRO_F1("micro F1"),

    /** The mean F1 of the labels, each counting as often as it was expected. */
    WEIGHTED_F1("weighted F1");

    private final String title;

    ClassificationFigure(String title) {
        this.title = title;
    }

    /** As tables show it. */
    String title() {
        return title;
    }
}
