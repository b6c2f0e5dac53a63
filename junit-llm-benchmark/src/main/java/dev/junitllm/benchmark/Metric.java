package dev.junitllm.benchmark;

import dev.junitllm.score.Scorer;
import dev.junitllm.score.answer.BooleanAnswer;
import dev.junitllm.score.answer.Classification;
import dev.junitllm.score.answer.DateAnswer;
import dev.junitllm.score.answer.ListAnswer;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.score.answer.QuantityAnswer;
import dev.junitllm.score.answer.SetAnswer;
import dev.junitllm.score.embedding.EmbeddingModel;
import dev.junitllm.score.embedding.EmbeddingSimilarity;
import dev.junitllm.score.json.JsonFields;
import dev.junitllm.score.json.SchemaConformance;
import dev.junitllm.score.json.ValidJson;
import dev.junitllm.score.retrieval.Retrieval;
import dev.junitllm.score.text.Bleu;
import dev.junitllm.score.text.Chrf;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ContainsAll;
import dev.junitllm.score.text.ContainsNone;
import dev.junitllm.score.text.EndsWith;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.JaroWinkler;
import dev.junitllm.score.text.Levenshtein;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.Rouge;
import dev.junitllm.score.text.StartsWith;
import dev.junitllm.score.text.TokenF1;
import dev.junitllm.score.text.TruthfulAnswer;
import dev.junitllm.score.text.WordCount;
import dev.junitllm.score.tools.ToolCallMatch;
import dev.junitllm.score.tools.ToolCalls;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The metrics of {@code docs/scoring.md}, each with the kind of case that it scores; of variants that do the same work, one.
 * Left out is running code: that is what the code does.
 */
@SuppressWarnings("ImmutableEnumChecker") // what it holds are references to methods without state
public enum Metric {
    EXACT_MATCH(ExactMatch::new, Workload::text),
    EXACT_MATCH_FOLDED(ExactMatch.Folded::new, Workload::text),
    EXACT_MATCH_NORMALIZED(ExactMatch.Normalized::new, Workload::text),
    EXACT_MATCH_UNACCENTED(ExactMatch.Unaccented::new, Workload::text),
    EXACT_MATCH_SQUAD(ExactMatch.Squad::new, Workload::text),
    CONTAINS(Contains::new, Workload::text),
    CONTAINS_FOLDED(Contains.Folded::new, Workload::text),
    CONTAINS_ALL(ContainsAll::new, Workload::text),
    CONTAINS_NONE(ContainsNone::new, Workload::text),
    STARTS_WITH(StartsWith::new, Workload::text),
    ENDS_WITH(EndsWith::new, Workload::text),
    MATCHES(() -> Matches.pattern("\\b[A-Z]{2}-\\d{4}\\b"), Workload::text),
    WORD_LIMIT(() -> WordCount.atMost(100), Workload::text),
    LEVENSHTEIN(Levenshtein::new, Workload::text),
    JARO_WINKLER(JaroWinkler::new, Workload::text),
    TOKEN_F1(TokenF1::new, Workload::text),
    TOKEN_F1_UNICODE(TokenF1.Unicode::new, Workload::text),
    TOKEN_F1_CJK(TokenF1.Cjk::new, Workload::text),
    ROUGE_1(Rouge.One::new, Workload::text),
    ROUGE_2(Rouge.Two::new, Workload::text),
    ROUGE_L(Rouge.L::new, Workload::text),
    ROUGE_LSUM(Rouge.Lsum::new, Workload::text),
    BLEU(Bleu::new, Workload::text),
    CHRF(Chrf::new, Workload::text),
    CHRF_PLUS_PLUS(Chrf.PlusPlus::new, Workload::text),
    BLEU_ACC(TruthfulAnswer.Bleu::new, Workload::misconception),
    ROUGE1_ACC(TruthfulAnswer.Rouge1::new, Workload::misconception),
    EMBEDDING(Metric::embedding, Workload::text),
    NUMERIC_ANSWER(NumericAnswer::new, length -> Workload.ending(length, "1250", "#### 1,250")),
    QUANTITY_ANSWER(QuantityAnswer::new, length -> Workload.ending(length, "5 km", "That makes 5000 m.")),
    MULTIPLE_CHOICE(MultipleChoice::new, length -> Workload.ending(length, "B", "So the answer is (B).")),
    BOOLEAN_ANSWER(BooleanAnswer::new, length -> Workload.ending(length, "yes", "The answer is yes.")),
    DATE_ANSWER(DateAnswer::new, length -> Workload.ending(length, "2026-11-24", "It was on 24 November 2026.")),
    CLASSIFICATION(
            () -> Classification.of("spam", "ham", "phishing").anywhere(),
            length -> Workload.ending(length, "spam", "I call this spam.")),
    SET_ANSWER(SetAnswer::new, Workload::items),
    LIST_ANSWER(ListAnswer::new, Workload::items),
    VALID_JSON(ValidJson::new, Workload::json),
    VALID_JSON_FENCED(ValidJson.Fenced::new, Workload::json),
    JSON_SCHEMA(() -> SchemaConformance.to(Workload.SCHEMA), Workload::json),
    JSON_FIELDS(JsonFields::new, Workload::json),
    TOOL_CALLS_EXACT(ToolCalls::new, Workload::calls),
    TOOL_CALLS_IN_ORDER(() -> ToolCalls.matched(ToolCallMatch.IN_ORDER), Workload::calls),
    TOOL_CALLS_ANY_ORDER(() -> ToolCalls.matched(ToolCallMatch.ANY_ORDER), Workload::calls),
    TOOL_CALLS_F1(() -> ToolCalls.matched(ToolCallMatch.F1), Workload::calls),
    PRECISION(Retrieval.Precision::new, Workload::ranking),
    RECALL(Retrieval.Recall::new, Workload::ranking),
    RETRIEVAL_F1(Retrieval.F1::new, Workload::ranking),
    HIT_RATE(Retrieval.HitRate::new, Workload::ranking),
    RECIPROCAL_RANK(Retrieval.ReciprocalRank::new, Workload::ranking),
    AVERAGE_PRECISION(Retrieval.AveragePrecision::new, Workload::ranking),
    NDCG(Retrieval.Ndcg::new, Workload::ranking);

    private static final int DIMENSIONS = 1536;

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

    /** The arithmetic alone: the model knows its vectors. */
    private static Scorer embedding() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) Math.sin(i);
        }
        return EmbeddingSimilarity.by(EmbeddingModel.of("known", text -> vector));
    }
}
