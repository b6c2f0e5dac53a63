package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.ContainsScore.Match;
import dev.junitllm.score.text.ContainsScore.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether any, all or none of some texts stand in the output: fixed ones, or the acceptable answers of the case. */
class TextSearch implements Scorer {

    private final List<String> fixed;
    private final Match match;
    private final Place place;
    private final TextForm form;
    private final boolean wholeWords;
    private final ScorerDescription description;

    /** A named metric over the acceptable answers. */
    TextSearch(String name, Match match, Place place, TextForm form) {
        this(ScorerDescription.of(name), List.of(), match, place, form, false);
    }

    /** With options; over the acceptable answers where there are no fixed texts. */
    TextSearch(List<String> fixed, Match match, Place place, TextForm form, boolean wholeWords) {
        this(
                ScorerDescription.of(name(match, place), parameters(fixed, form, wholeWords)),
                fixed,
                match,
                place,
                form,
                wholeWords);
    }

    private TextSearch(
            ScorerDescription description,
            List<String> fixed,
            Match match,
            Place place,
            TextForm form,
            boolean wholeWords) {
        this.description = description;
        this.fixed = fixed;
        this.match = match;
        this.place = place;
        this.form = form;
        this.wholeWords = wholeWords;
    }

    @Override
    public final Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<String> texts = fixed.isEmpty() ? golden.acceptableAnswers() : fixed;
        List<String> sought = texts.stream().map(form::of).toList();
        int empty = sought.indexOf("");
        if (empty >= 0) {
            throw AcceptableAnswers.empty(golden, empty, place.verb());
        }
        String output = form.of(actual.output());
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < sought.size() && (match != Match.ANY || found.isEmpty()); i++) {
            if (isIn(output, sought.get(i))) {
                found.add(i);
            }
        }
        return switch (match) {
            case ANY -> found.isEmpty() ? absent(texts, "") : Score.of(1, present(golden, found.get(0)));
            case ALL -> found.size() == texts.size() ? Score.of(1, all(golden, texts)) : incomplete(texts, found);
            case NONE ->
                found.isEmpty()
                        ? Score.of(1, AcceptableAnswers.none(texts, place.where()))
                        : Score.of(0, present(golden, found.get(0)) + ", and should not");
        };
    }

    @Override
    public final ScorerDescription describe() {
        return description;
    }

    @Override
    public final Set<GoldenPart> needs() {
        return fixed.isEmpty() ? Set.of(GoldenPart.ANSWER) : Set.of();
    }

    private boolean isIn(String output, String sought) {
        return switch (place) {
            case ANYWHERE -> Substring.isIn(output, sought, wholeWords);
            case START -> output.startsWith(sought) && Substring.standsAt(0, output, sought, wholeWords);
            case END ->
                output.endsWith(sought)
                        && Substring.standsAt(output.length() - sought.length(), output, sought, wholeWords);
        };
    }

    private String present(GoldenCase golden, int index) {
        return place.verb()
                + " "
                + (fixed.isEmpty() ? AcceptableAnswers.name(golden, index) : AcceptableAnswers.quote(fixed.get(index)));
    }

    private String all(GoldenCase golden, List<String> texts) {
        return texts.size() == 1
                ? present(golden, 0)
                : "%s all %s texts".formatted(place.verb(), Integer.toString(texts.size()));
    }

    private Score incomplete(List<String> texts, List<Integer> found) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!found.contains(i)) {
                missing.add(texts.get(i));
            }
        }
        return absent(missing, found.isEmpty() ? "" : " (%s of %s are)".formatted(found.size(), texts.size()));
    }

    private Score absent(List<String> texts, String besides) {
        return Score.of(
                0, AcceptableAnswers.none(texts, place.where()) + (wholeWords ? " as whole words" : "") + besides);
    }

    private static String name(Match match, Place place) {
        return match == Match.ANY
                ? place.metric()
                : place.metric() + "-" + match.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parameters(List<String> fixed, TextForm form, boolean wholeWords) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("form", form.name());
        parameters.put("wholeWords", Boolean.toString(wholeWords));
        for (int i = 0; i < fixed.size(); i++) {
            parameters.put("text" + (i + 1), fixed.get(i));
        }
        return parameters;
    }
}
