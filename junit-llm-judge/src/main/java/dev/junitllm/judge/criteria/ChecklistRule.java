package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The weighted share of items that are met. What can't be determined isn't met; where nothing can, the score doesn't apply.
 *
 * @param list the list of the reply
 * @param met the field that says whether an item is met: a boolean, or YES, NO or CANNOT_DETERMINE
 * @param items the ids of the items; empty where they come from elsewhere
 * @param field the data whose texts are the items, or {@code null}
 * @param listedBy the step that lists the items with their weights, unless the field is there; or an empty text
 * @param quoted whether an item counts as met only where a quote of the answer shows it
 * @param places whether an item counts as met only where it names a step, or the answer, that shows it
 * @param allOrNothing whether one unmet item makes the score 0
 */
record ChecklistRule(
        String list,
        String met,
        List<String> items,
        @Nullable DataField field,
        String listedBy,
        boolean quoted,
        boolean places,
        boolean allOrNothing)
        implements ScoringRule {

    private static final String UNKNOWN = "CANNOT_DETERMINE";
    private static final String THE_ANSWER = "answer";

    static ChecklistRule of(RuleParameters parameters) {
        String field = parameters.text("field", "");
        return new ChecklistRule(
                parameters.text("list", "items"),
                parameters.text("met", "met"),
                parameters.texts("items"),
                field.isEmpty() ? null : CriterionFile.field(field),
                parameters.text("listed-by", ""),
                parameters.flag("quoted"),
                parameters.flag("places"),
                parameters.flag("all-or-nothing"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries entries = Entries.of(replies.last(), list);
        if (step.equals(listedBy)) {
            entries.ids("id");
            return;
        }
        entries.speakOf("id", texts(replies).keySet());
        for (JsonNode entry : entries.all()) {
            String quote = entry.path("evidence").asText();
            if (!quote.isBlank() && !quoted && !replies.data().holds(quote, "", DataField.values())) {
                throw Entries.notFound(quote, "the data");
            }
        }
    }

    @Override
    public Optional<Score> early(StepReplies replies) {
        return texts(replies).isEmpty()
                ? Optional.of(Score.notApplicable("there is nothing to check"))
                : Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        Map<String, String> texts = texts(replies);
        Map<String, Integer> weights = weights(replies);
        Entries entries = Entries.of(replies.last(), list);
        int total = 0;
        int reached = 0;
        int count = 0;
        List<String> unknown = new ArrayList<>();
        List<String> unfounded = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (JsonNode entry : entries.all()) {
            String id = entry.path("id").asText();
            int weight = weights.getOrDefault(id, 1);
            total += weight;
            boolean said =
                    entry.path(met).asBoolean() || entry.path(met).asText().equals("YES");
            if (said && isFounded(entry, replies)) {
                reached += weight;
                count++;
                continue;
            }
            if (said) {
                unfounded.add(id);
            } else if (entry.path(met).asText().equals(UNKNOWN)) {
                unknown.add(id);
            }
            misses.add(Entries.named(
                    id,
                    texts.getOrDefault(id, ""),
                    said
                            ? "what should show it isn't there"
                            : entry.path("reason").asText()));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("items", entries.size());
        details.put("met", count);
        details.put("undetermined", unknown);
        details.put("evidence-not-found", unfounded);
        String reason = Reasons.share(count, entries.size(), "items are met", misses);
        if (unknown.size() == entries.size()) {
            return Score.notApplicable("nothing can be determined: " + reason).withDetails(details);
        }
        double share = (double) reached / total;
        return Score.of(allOrNothing ? Math.floor(share) : share, reason).withDetails(details);
    }

    private boolean isFounded(JsonNode entry, StepReplies replies) {
        if (quoted) {
            return replies.data().holds(entry.path("evidence").asText(), "", DataField.ANSWER);
        }
        String place = entry.path("evidence_step").asText();
        Set<String> steps = replies.data().texts(DataField.STEPS).keySet();
        return !places
                || steps.contains(place)
                || (place.equals(THE_ANSWER) && replies.data().has(DataField.ANSWER));
    }

    /** The items by their ids. */
    private Map<String, String> texts(StepReplies replies) {
        if (field != null && replies.data().has(field)) {
            return replies.data().texts(field);
        }
        if (!listedBy.isEmpty()) {
            return Entries.of(replies.of(listedBy), list).texts("id", "text");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (String item : items) {
            int separator = item.indexOf(": ");
            named.put(
                    separator < 0 ? item : item.substring(0, separator),
                    separator < 0 ? "" : item.substring(separator + 2));
        }
        return named;
    }

    private Map<String, Integer> weights(StepReplies replies) {
        Map<String, Integer> weights = new HashMap<>();
        if (!listedBy.isEmpty()) {
            Entries.of(replies.of(listedBy), list)
                    .all()
                    .forEach(item -> weights.put(
                            item.path("id").asText(),
                            Math.max(1, item.path("weight").asInt(1))));
        }
        return weights;
    }
}
