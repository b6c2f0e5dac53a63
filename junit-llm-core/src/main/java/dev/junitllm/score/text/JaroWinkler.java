package dev.junitllm.score.text;

/**
 * How alike two short texts such as names are, by the characters they share at about the same place (Jaro 1989), with more
 * weight on how they begin (Winkler 1990): j + 0.1 · l · (1 − j), where l is the length of the common start, 4 at most, and
 * j Jaro's similarity, the mean of m / |a|, m / |b| and (m − t) / m. Here m counts the characters of one text that stand in
 * the other less than half the longer length away, and t is half the number of them that come in another order, rounded
 * down as in Winkler's program. Characters are Unicode code points. From 0 to 1; two empty texts are equal, and of several
 * acceptable answers the most similar counts.
 *
 * <p>The start counts whatever j is; some tools count it only for j of 0.7 and more.
 */
public final class JaroWinkler extends JaroWinklerMetric {

    /** Makes the metric. */
    public JaroWinkler() {
        super("jaro-winkler", TextForm.AS_WRITTEN);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends JaroWinklerMetric {

        /** Makes the metric. */
        public Folded() {
            super("jaro-winkler-folded", TextForm.FOLDED);
        }
    }
}
