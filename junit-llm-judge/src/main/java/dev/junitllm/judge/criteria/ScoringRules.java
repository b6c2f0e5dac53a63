package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.NearestName;
import java.util.Map;
import java.util.function.Function;

/** The scoring rules that criteria name. */
final class ScoringRules {

    private static final Map<String, Function<RuleParameters, ScoringRule>> BY_NAME = Map.ofEntries(
            Map.entry("answer-relevance", parameters -> new AnswerRelevanceRule()),
            Map.entry("attributed-claims", parameters -> new AttributedClaimsRule()),
            Map.entry("checklist", ChecklistRule::of),
            Map.entry("chunks", ChunksRule::of),
            Map.entry("claims-in-context", ClaimsInContextRule::of),
            Map.entry("class", ClassRule::of),
            Map.entry("conciseness", parameters -> new ConcisenessRule()),
            Map.entry("conversation", parameters -> new ConversationRule()),
            Map.entry("expected-class", ExpectedClassRule::of),
            Map.entry("level", LevelRule::of),
            Map.entry("max-severity", SeverityRule::of),
            Map.entry("plan", parameters -> new PlanRule()),
            Map.entry("preference", parameters -> new PreferenceRule()),
            Map.entry("summary", SummaryRule::of),
            Map.entry("tool-selection", parameters -> new ToolSelectionRule()),
            Map.entry("trajectory", parameters -> new TrajectoryRule()),
            Map.entry("two-way-claims", TwoWayClaimsRule::of));

    private ScoringRules() {}

    static ScoringRule of(String name, JsonNode parameters) {
        Function<RuleParameters, ScoringRule> rule = BY_NAME.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("there is no scoring rule '%s'%s"
                    .formatted(
                            name,
                            NearestName.of(name, BY_NAME.keySet())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("")));
        }
        return rule.apply(new RuleParameters(parameters));
    }
}
