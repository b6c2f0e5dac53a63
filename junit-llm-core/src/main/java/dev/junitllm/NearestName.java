package dev.junitllm;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which name was meant by one that isn't there. */
public final class NearestName {

    private static final int LONGEST = 200;

    private NearestName() {}

    /**
     * Guesses.
     *
     * @param wrong the name that isn't there
     * @param names those that are
     * @return the nearest in upper or lower case, or empty where none is within a third of the wrong one's length
     */
    public static Optional<String> of(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, wrong.length() / 3));
        record Candidate(String name, int distance) {}
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .map(name -> new Candidate(name, distance.apply(folded(wrong), folded(name))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
