package dev.junitllm.benchmark;

import dev.junitllm.score.Scorer;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.score.retrieval.Retrieval;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.TokenF1;
import java.util.function.Function;
import java.util.function.Supplier;

/** The metrics of {@code docs/scoring.md}, each with the kind of case that it scores. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds are references to methods without state
public enum Metric {
    EXACT_MATCH(ExactMatch.Folded::new, Workload::text),
    EXACT_MATCH_SQUAD(ExactMatch.Squad::new, Workload::text),
    CONTAINS(Contains::new, Workload::text),
    MATCHES(() -> Matches.pattern("\\b[A-Z]{2}-\\d{4}\\b"), Workload::text),
    TOKEN_F1(TokenF1::new, Workload::text),
    NUMERIC_ANSWER(NumericAnswer::new, Workload::sums),
    MULTIPLE_CHOICE(MultipleChoice::new, Workload::choice),
    RECALL(Retrieval.Recall::new, Workload::ranking),
    AVERAGE_PRECISION(Retrieval.AveragePrecision::new, Workload::ranking),
    NDCG(Retrieval.Ndcg::new, Workload::ranking);

    private final Supplier<Scorer> scorer;
    private final Function<Length, Workload> workload;

    Metric(Supplier<Scorer> scorer, Function<Length, Workload> workload) {
        this.scorer = scorer;
        this.workload = workload;
    }

    Scorer scorer() {
        return scorer.get();
    }

    Workload workload(Length length) {
        return workload.apply(length);
    }
}
