package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Counts the fields of a comparison, and keeps the first differences. */
final class FieldTally {

    private final int mostKept;
    private final List<FieldDifference> kept = new ArrayList<>();
    private int matched;
    private int changed;
    private int missing;
    private int extra;

    FieldTally(int mostKept) {
        this.mostKept = mostKept;
    }

    void field(boolean matches, Spot spot, JsonNode expected, JsonNode actual) {
        if (matches) {
            matched++;
        } else {
            changed++;
            keep(new FieldDifference(spot, expected, actual));
        }
    }

    void missing(Spot spot, JsonNode expected) {
        missing++;
        keep(new FieldDifference(spot, expected, null));
    }

    void extra(Spot spot, JsonNode actual) {
        extra++;
        keep(new FieldDifference(spot, null, actual));
    }

    int matched() {
        return matched;
    }

    JsonDifferences result() {
        return new JsonDifferences(matched, changed, missing, extra, List.copyOf(kept));
    }

    private void keep(FieldDifference difference) {
        if (kept.size() < mostKept) {
            kept.add(difference);
        }
    }
}
