package dev.junitllm.golden;

import dev.junitllm.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words for a selection that leaves nothing. */
final class SelectionFaults {

    private SelectionFaults() {}

    static Fault nothingSelected(Selection selection, int total, Collection<String> tags, List<String> ids) {
        List<String> asked = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        if (!selection.tags().isEmpty()) {
            asked.add("carries "
                    + (selection.tags().size() == 1 ? "the tag " : "one of the tags ")
                    + Quoted.oneOf(selection.tags()));
            advice.add(tags.isEmpty() ? "none of them has a tag" : "the tags are " + Quoted.list(tags));
        }
        if (!selection.ids().isEmpty()) {
            asked.add("has an id that matches " + Quoted.oneOf(selection.ids()));
            advice.add(nearest(selection.ids(), ids)
                    .map(id -> "did you mean " + Quoted.word(id) + "?")
                    .orElse("the ids are " + Quoted.list(ids)));
        }
        return new Fault(
                "%s %s"
                        .formatted(
                                total == 1 ? "its one case is not one that" : "none of its " + total + " cases",
                                String.join(" and ", asked)),
                String.join("; ", advice));
    }

    private static Optional<String> nearest(List<String> globs, List<String> ids) {
        return globs.stream()
                .flatMap(glob -> NearestName.of(glob, ids).stream())
                .findFirst();
    }
}
