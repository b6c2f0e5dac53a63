package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The least of three shares: what the user wanted that was satisfied, facts that were not contradicted later, and turns of
 * the application that kept its role (where the case gives one). The least, so that no share hides another.
 */
record ConversationRule() implements ScoringRule {

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        JsonNode reply = replies.last();
        Map<String, String> turns = replies.data().texts(DataField.CONVERSATION);
        Entries.of(reply, "intents").ids("id");
        Entries.of(reply, "facts").ids("id");
        turns(reply, "intents", "turn", turns.keySet(), false);
        turns(reply, "facts", "introduced", turns.keySet(), false);
        turns(reply, "facts", "contradicted_at", turns.keySet(), true);
        turns(reply, "role_violations", "turn", turns.keySet(), false);
        for (JsonNode violation : Entries.of(reply, "role_violations").all()) {
            String turn = violation.path("turn").asText();
            String quote = violation.path("quote").asText();
            if (!isAssistant(turns.getOrDefault(turn, ""))) {
                throw Entries.violation(
                        "'role_violations' names '%s', which is no turn of the assistant".formatted(turn));
            }
            if (!replies.data().holds(quote, turn, DataField.CONVERSATION)) {
                throw Entries.notFound(quote, "turn " + turn);
            }
        }
    }

    private static void turns(JsonNode reply, String list, String field, Set<String> turns, boolean mayBeEmpty)
            throws ReplyFault {
        for (JsonNode entry : Entries.of(reply, list).all()) {
            String turn = entry.path(field).asText();
            if (!turns.contains(turn) && !(mayBeEmpty && turn.isEmpty())) {
                throw Entries.violation("'%s' of '%s' is '%s', which is no turn of the conversation"
                        .formatted(field, list, Printable.line(turn, 40)));
            }
        }
    }

    /** Of a long conversation that was shown in parts: what a later part says of an entry takes the place of what was said before. */
    private static JsonNode joined(StepReplies replies) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("intents", "facts")) {
            Map<String, JsonNode> byId = new LinkedHashMap<>();
            replies.values()
                    .values()
                    .forEach(reply -> Entries.of(reply, list)
                            .all()
                            .forEach(entry -> byId.put(entry.path("id").asText(), entry)));
            all.putArray(list).addAll(byId.values());
        }
        replies.values()
                .values()
                .forEach(reply ->
                        Entries.of(reply, "role_violations").all().forEach(all.withArray("role_violations")::add));
        return all;
    }

    @Override
    public Score score(StepReplies replies) {
        JsonNode reply = joined(replies);
        List<String> misses = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        intents(reply, details, misses);
        facts(reply, details, misses);
        if (replies.data().has(DataField.ROLE)) {
            role(reply, replies.data(), details, misses);
        }
        if (details.isEmpty()) {
            return Score.notApplicable("the conversation holds neither a wish nor a fact, and the case gives no role");
        }
        List<String> figures = new ArrayList<>();
        double least = 1;
        for (Map.Entry<String, Object> figure : details.entrySet()) {
            double share = (Double) figure.getValue();
            figures.add(figure.getKey() + " " + Decimals.show(share));
            least = Math.min(least, share);
        }
        String shown = String.join(", ", figures);
        return Score.of(least, misses.isEmpty() ? shown : shown + "; " + Reasons.listed(misses))
                .withDetails(details);
    }

    private static void intents(JsonNode reply, Map<String, Object> details, List<String> misses) {
        Entries intents = Entries.of(reply, "intents");
        if (intents.isEmpty()) {
            return;
        }
        long satisfied = intents.count(intent -> intent.path("satisfied").asBoolean());
        details.put("satisfied", (double) satisfied / intents.size());
        intents.all().stream()
                .filter(intent -> !intent.path("satisfied").asBoolean())
                .forEach(intent -> misses.add(Entries.named(
                        intent.path("turn").asText(), intent.path("text").asText(), "not satisfied")));
    }

    private static void facts(JsonNode reply, Map<String, Object> details, List<String> misses) {
        Entries facts = Entries.of(reply, "facts");
        if (facts.isEmpty()) {
            return;
        }
        long kept = facts.count(fact -> fact.path("contradicted_at").asText().isEmpty());
        details.put("retained", (double) kept / facts.size());
        facts.all().stream()
                .filter(fact -> !fact.path("contradicted_at").asText().isEmpty())
                .forEach(fact -> misses.add(Entries.named(
                        fact.path("contradicted_at").asText(), fact.path("text").asText(), "contradicted")));
    }

    private static void role(JsonNode reply, JudgedData data, Map<String, Object> details, List<String> misses) {
        Set<String> violating = new LinkedHashSet<>();
        Entries.of(reply, "role_violations").all().forEach(violation -> {
            if (violating.add(violation.path("turn").asText())) {
                misses.add(Entries.named(
                        violation.path("turn").asText(), violation.path("quote").asText(), "out of its role"));
            }
        });
        long turns = data.texts(DataField.CONVERSATION).values().stream()
                .filter(ConversationRule::isAssistant)
                .count(); // at least the answer's own
        details.put("role-kept", 1 - (double) violating.size() / turns);
    }

    private static boolean isAssistant(String turn) {
        return turn.toLowerCase(Locale.ROOT).startsWith("assistant says:");
    }
}
