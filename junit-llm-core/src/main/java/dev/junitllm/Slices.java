package dev.junitllm;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a golden set that one can look at by themselves: {@code tag=refund}, {@code origin=production}, or {@code
 * language=de} for a field of the cases' metadata. Kept are those that a gate asks for, and those of fields with few
 * distinct values; of each, which selected cases belong to it, one bit a case. Immutable.
 */
public final class Slices {

    /** None at all. */
    public static final Slices NONE = new Slices(Map.of(), Set.of());

    private final SortedMap<String, BitSet> cases;
    private final SortedSet<String> anywhere;

    /**
     * Slices of the selected cases.
     *
     * @param cases by name, the places of the selected cases that belong to each
     * @param anywhere the names of those that some case of the set belongs to, selected or not
     */
    public Slices(Map<String, BitSet> cases, Collection<String> anywhere) {
        SortedMap<String, BitSet> copies = new TreeMap<>();
        cases.forEach((name, places) -> copies.put(name, (BitSet) places.clone()));
        this.cases = Collections.unmodifiableSortedMap(copies);
        this.anywhere = Collections.unmodifiableSortedSet(new TreeSet<>(anywhere));
    }

    /**
     * The slices that some selected case belongs to.
     *
     * @return their names, in alphabetical order
     */
    public List<String> names() {
        return List.copyOf(cases.keySet());
    }

    /**
     * The selected cases of a slice.
     *
     * @param name such as {@code tag=refund}
     * @return their places among the selected cases, from 0; none where it isn't known
     */
    public BitSet cases(String name) {
        return (BitSet) cases.getOrDefault(name, new BitSet()).clone();
    }

    /**
     * Whether a selected case belongs to a slice.
     *
     * @param name such as {@code tag=refund}
     * @param place the case's place among the selected ones, from 0
     * @return true where it does
     */
    public boolean has(String name, int place) {
        BitSet places = cases.get(name);
        return places != null && places.get(place);
    }

    /**
     * Whether some case of the set belongs to a slice, selected or not.
     *
     * @param name such as {@code tag=refund}
     * @return true where one does
     */
    public boolean isKnown(String name) {
        return anywhere.contains(name);
    }

    /**
     * The slice that was probably meant by one that no case belongs to.
     *
     * @param name such as {@code tag=refnud}
     * @return the nearest name, or empty where none is near
     */
    public Optional<String> nearest(String name) {
        return NearestName.of(name, anywhere);
    }

    /**
     * The slices that some case of the set belongs to, selected or not.
     *
     * @return their names, in alphabetical order
     */
    public Collection<String> known() {
        return anywhere;
    }
}
