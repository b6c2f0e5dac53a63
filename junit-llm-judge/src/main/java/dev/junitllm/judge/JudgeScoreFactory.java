package dev.junitllm.judge;

import dev.junitllm.RunScope;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.criteria.OwnCriterion;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import dev.junitllm.score.ScoringThreads;
import java.util.ArrayList;
import java.util.List;

/** Makes the judge a {@link JudgeScore} asks for. */
final class JudgeScoreFactory implements ScorerFactory<JudgeScore> {

    @Override
    public Measure create(JudgeScore annotation, RunScope scope) {
        Judge judge = Judge.on(criterion(annotation));
        judge = annotation.logprobs() ? judge.weightedByLogprobs() : judge;
        List<ChatModel> models = models(annotation, scope);
        judge = judge.byAll(() -> models, ScoringThreads.of(scope)).votes(votes(annotation, models.size()));
        if (annotation.aggregate().length > 1) {
            throw new IllegalArgumentException("aggregate: name one way, not " + annotation.aggregate().length);
        }
        if (annotation.aggregate().length == 1) {
            judge = judge.aggregatedBy(annotation.aggregate()[0]);
        } else if (models.size() > 1) {
            throw new IllegalArgumentException(
                    "aggregate is missing: say what becomes of the votes of several judges, aggregate ="
                            + " Aggregate.MEDIAN, MAJORITY or MEAN");
        }
        return Measure.of(annotation, annotation.stopAtMajority() ? judge : judge.castingAllVotes());
    }

    private static int votes(JudgeScore annotation, int judges) {
        if (annotation.votes() < 0) {
            throw new IllegalArgumentException("votes = %s: 1 is the least".formatted(annotation.votes()));
        }
        if (annotation.votes() == 0) {
            return judges;
        }
        if (annotation.votes() < judges) {
            throw new IllegalArgumentException("votes = %s, but there are %s judges, each of which has at least one"
                    .formatted(annotation.votes(), judges));
        }
        return annotation.votes();
    }

    private static List<ChatModel> models(JudgeScore annotation, RunScope scope) {
        return JudgeModels.of(scope).models(annotation.judges(), annotation.model(), scope);
    }

    private static Criterion criterion(JudgeScore annotation) {
        List<String> said = new ArrayList<>();
        add(said, !annotation.value().isEmpty(), "value");
        add(said, !annotation.question().isEmpty(), "question");
        add(said, annotation.checklist().length > 0, "checklist");
        add(said, annotation.rubricOfCase(), "rubricOfCase");
        if (said.size() != 1) {
            throw new IllegalArgumentException(
                    "write one of value (a criterion or a file), question, checklist and rubricOfCase, not %s"
                            .formatted(said.isEmpty() ? "none" : String.join(" and ", said)));
        }
        if (annotation.levels().length > 0 && annotation.question().isEmpty()) {
            throw new IllegalArgumentException("levels: say by question = \"…\" what they are levels of");
        }
        boolean own = annotation.value().isEmpty();
        if (!own && annotation.fields().length > 0) {
            throw new IllegalArgumentException(
                    "fields: '%s' says itself what the judge is shown".formatted(annotation.value()));
        }
        if (!own) {
            return Criterion.named(annotation.value());
        }
        OwnCriterion criterion = own(annotation);
        return annotation.fields().length == 0
                ? criterion.build()
                : criterion.fields(List.of(annotation.fields())).build();
    }

    private static OwnCriterion own(JudgeScore annotation) {
        if (annotation.rubricOfCase()) {
            return OwnCriterion.rubricOfCase();
        }
        if (annotation.checklist().length > 0) {
            return OwnCriterion.checklist(List.of(annotation.checklist()));
        }
        return annotation.levels().length == 0
                ? OwnCriterion.question(annotation.question())
                : OwnCriterion.rubric(annotation.question(), List.of(annotation.levels()));
    }

    private static void add(List<String> said, boolean isSaid, String attribute) {
        if (isSaid) {
            said.add(attribute);
        }
    }
}
