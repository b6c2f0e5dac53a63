package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.text.TextForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 1 where the output is the expected label, else 0; over the whole set accuracy, macro, micro and weighted F1, precision, recall
 * and F1 of each label, and the confusion matrix.
 *
 * <p>The output is a label where it equals one but for case, Unicode compatibility forms (NFKC) and white space. A longer output
 * can be allowed to name its label anywhere: it is the only one that stands there as a word, however often; a label within a longer
 * one ({@code spam} in {@code not spam}) doesn't count. An output that is no label is unreadable: a score of 0, and a column of
 * its own in the confusion matrix. It lowers the recall of the label that was expected, and the precision of none.
 *
 * <p>Of several acceptable answers each passes; one that was given counts as the expected label, else the first. A case of which
 * an acceptable answer is no label is an ERROR of kind {@code UNKNOWN_LABEL}.
 */
public final class Classification implements Scorer {

    private static final String EXPECTED = "expected";
    private static final String GIVEN = "given";

    /** By what they are once folded. */
    private final Map<String, String> labels = new LinkedHashMap<>();

    private final boolean anywhere;
    private final ClassificationFigure figure;
    private final Pattern words;

    Classification(List<String> labels, boolean anywhere, ClassificationFigure figure) {
        labels.forEach(this::add);
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "labels = %s: name every label there is, at least two".formatted(labels));
        }
        this.anywhere = anywhere;
        this.figure = figure;
        this.words = Pattern.compile(this.labels.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    /**
     * The metric for outputs that are a label and nothing else; over the whole set macro F1 stands for it.
     *
     * @param labels every label there is, at least two; they differ by more than case and white space
     * @return the scorer
     * @throws IllegalArgumentException naming the label that is empty or stands there twice, or where there are fewer than two
     */
    public static Classification of(String... labels) {
        return new Classification(List.of(labels), false, ClassificationFigure.MACRO_F1);
    }

    /**
     * The same metric for outputs that name one label somewhere.
     *
     * @return the scorer
     */
    public Classification anywhere() {
        return new Classification(List.copyOf(labels.values()), true, figure);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<String> acceptable = acceptable(golden);
        Map<String, String> details = new LinkedHashMap<>();
        Optional<String> given = given(actual.output());
        details.put(EXPECTED, given.filter(acceptable::contains).orElse(acceptable.get(0)));
        given.ifPresent(label -> details.put(GIVEN, label));
        return given.map(label -> score(label, acceptable))
                .orElseGet(() -> unreadable(actual.output()))
                .withDetails(details);
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                "classification",
                Map.of(
                        "labels", String.join(" | ", labels.values()),
                        "anywhere", Boolean.toString(anywhere),
                        "figure", figure.name()));
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return Optional.of(this::figures);
    }

    private SetFigures figures(List<SetAggregation.Taken> taken) {
        ConfusionMatrix matrix = new ConfusionMatrix(List.copyOf(labels.values()));
        taken.forEach(score -> matrix.add(
                String.valueOf(score.details().get(EXPECTED)), score.details().getOrDefault(GIVEN, "")));
        return matrix.figures(figure);
    }

    private void add(String label) {
        String folded = TextForm.FOLDED.of(label);
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("labels: one is empty");
        }
        if (labels.putIfAbsent(folded, label) != null) {
            throw new IllegalArgumentException("labels: '%s' stands there twice".formatted(Printable.line(label, 60)));
        }
    }

    private Optional<String> given(String output) {
        String folded = TextForm.FOLDED.of(output);
        String whole = labels.get(folded);
        if (whole != null || !anywhere) {
            return Optional.ofNullable(whole);
        }
        Matcher matcher = words.matcher(folded);
        Set<String> named = matcher.results().map(found -> found.group()).collect(Collectors.toSet());
        return named.size() == 1 ? named.stream().map(labels::get).findFirst() : Optional.empty();
    }

    private List<String> acceptable(GoldenCase golden) throws ScoringException {
        for (String answer : golden.acceptableAnswers()) {
            if (!labels.containsKey(TextForm.FOLDED.of(answer))) {
                throw new ScoringException(
                        "UNKNOWN_LABEL",
                        "%s: '%s' in its %s is none of the labels %s%s"
                                .formatted(
                                        golden.describe(),
                                        Printable.line(answer, 60),
                                        GoldenPart.ANSWER.fields(),
                                        labels.values(),
                                        NearestName.of(answer, labels.values())
                                                .map("; is '%s' meant?"::formatted)
                                                .orElse("")));
            }
        }
        return golden.acceptableAnswers().stream()
                .map(answer -> labels.getOrDefault(TextForm.FOLDED.of(answer), answer))
                .toList();
    }

    private static Score score(String given, List<String> acceptable) {
        return acceptable.contains(given)
                ? Score.of(1, "'%s' is right".formatted(Printable.line(given)))
                : Score.of(
                        0,
                        "'%s' instead of '%s'"
                                .formatted(Printable.line(given), Printable.line(String.join("' or '", acceptable))));
    }

    private Score unreadable(String output) {
        return Score.unreadable("the output %s: '%s'"
                .formatted(
                        anywhere ? "names no label, or several" : "is none of the labels", Printable.line(output, 60)));
    }
}
