package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How a request differs from the one among the recorded that it differs from least. */
final class NearestRecording {

    /** A whole run may miss: each request is compared with its own case's recordings, or else with some. */
    private static final int MOST_COMPARED = 50;

    private static final int SHOWN = 3;
    private static final int TEXT_SHOWN = 80;

    private NearestRecording() {}

    static String describe(Asked asked, Collection<Recording> recordings) {
        Map<String, String> now = flat(asked);
        List<Asked> candidates = candidates(asked, recordings);
        Asked nearest = null;
        Map<String, String> then = Map.of();
        int least = Integer.MAX_VALUE;
        for (Asked candidate : candidates) {
            Map<String, String> other = flat(candidate);
            int distance = differences(now, other).size();
            if (distance < least) {
                least = distance;
                nearest = candidate;
                then = other;
            }
        }
        return nearest == null
                ? "nothing like it is recorded"
                : "the nearest recording, of case %s, differs: %s"
                        .formatted(Printable.line(nearest.caseId(), 80), shown(now, then));
    }

    private static List<Asked> candidates(Asked asked, Collection<Recording> recordings) {
        List<Asked> alike = recordings.stream()
                .map(Recording::asked)
                .filter(other ->
                        other.request().path("kind").equals(asked.request().path("kind")))
                .toList();
        List<Asked> own = alike.stream()
                .filter(other -> other.caseId().equals(asked.caseId()))
                .toList();
        return (own.isEmpty() ? alike : own).stream().limit(MOST_COMPARED).toList();
    }

    private static String shown(Map<String, String> now, Map<String, String> then) {
        List<String> places = differences(now, then);
        List<String> said = new ArrayList<>();
        places.stream()
                .limit(SHOWN)
                .forEach(place ->
                        said.add("%s was %s, is %s".formatted(place, text(then.get(place)), text(now.get(place)))));
        if (places.size() > SHOWN) {
            said.add((places.size() - SHOWN) + " more");
        }
        return String.join(", ", said);
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "absent" : "'" + Printable.line(value, TEXT_SHOWN) + "'";
    }

    private static List<String> differences(Map<String, String> now, Map<String, String> then) {
        Set<String> places = new LinkedHashSet<>(now.keySet());
        places.addAll(then.keySet());
        return places.stream()
                .filter(place -> !Objects.equals(now.get(place), then.get(place)))
                .toList();
    }

    private static Map<String, String> flat(Asked asked) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("sample", Integer.toString(asked.sample()));
        flat.put("vote", Integer.toString(asked.vote()));
        flatten("", asked.request(), flat);
        return flat;
    }

    private static void flatten(String place, JsonNode value, Map<String, String> flat) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> flatten(
                            place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), flat));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(place + "[" + i + "]", value.get(i), flat);
            }
        } else {
            flat.put(place, value.asText());
        }
    }
}
