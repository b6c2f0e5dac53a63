package dev.junitllm.score.retrieval;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One metric of a ranking, at one depth, documents being told apart in one way. */
class RankingScorer implements Scorer {

    private static final int SHOWN = 3;

    private final RetrievalMetric metric;
    private final int k;
    private final DocumentIdentity by;

    RankingScorer(RetrievalMetric metric, int k, DocumentIdentity by) {
        this.metric = metric;
        this.k = k;
        this.by = by;
    }

    /** Without k, by id. */
    RankingScorer(RetrievalMetric metric) {
        this(metric, RetrievalScore.ALL, DocumentIdentity.ID);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        Judgements judgements = Judgements.of(golden, by);
        if (judgements.relevant().isEmpty()) {
            return Score.notApplicable("its 'context' names no relevant document");
        }
        if (!actual.hasRetrieved()) {
            throw new ScoringException(
                    "NOT_RECORDED",
                    "%s: the test body never called actual.retrieved(…): record there what the application retrieved,"
                                    .formatted(golden.describe())
                            + " or an empty list where it found nothing");
        }
        List<Document> retrieved = actual.retrieved();
        requireIds(golden, retrieved);
        Ranking ranking = Ranking.of(retrieved, judgements, k, by);
        return Score.of(metric.of(ranking), reason(ranking, judgements, retrieved))
                .withDetails(details(ranking));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                metric.scoreName(k), Map.of("metric", metric.name(), "k", Integer.toString(k), "by", by.name()));
    }

    /** Ids that the golden file doesn't give are made of places, and would find nothing without anybody noticing. */
    private void requireIds(GoldenCase golden, List<Document> retrieved) throws ScoringException {
        List<Document> context = golden.context();
        boolean unnamed = IntStream.range(0, context.size())
                .allMatch(i -> context.get(i).id().equals("context-" + (i + 1)));
        if (by == DocumentIdentity.ID
                && unnamed
                && !retrieved.isEmpty()
                && retrieved.stream().noneMatch(document -> document.id().startsWith("context-"))) {
            throw new ScoringException(
                    "NO_IDS",
                    "%s: the documents of its 'context' have no ids; give them those the application's documents have,"
                                    .formatted(golden.describe())
                            + " or compare by = DocumentIdentity.CONTENT");
        }
    }

    private static Map<String, Integer> details(Ranking ranking) {
        return new TreeMap<>(Map.of(
                "found", ranking.found(),
                "relevant", ranking.relevant(),
                "retrieved", ranking.grades().size()));
    }

    private String reason(Ranking ranking, Judgements judgements, List<Document> retrieved) {
        int looked = ranking.grades().size();
        String among = looked == 0
                ? "nothing was retrieved"
                : "%s of %s relevant documents among the %s%s retrieved%s"
                        .formatted(
                                ranking.found(),
                                ranking.relevant(),
                                looked < retrieved.size() ? "first " : "",
                                looked,
                                ranks(ranking.ranks()));
        Set<String> found = retrieved.stream().limit(looked).map(by::of).collect(Collectors.toSet());
        List<String> missing = judgements.relevant().entrySet().stream()
                .filter(judged -> !found.contains(judged.getKey()))
                .map(judged -> name(judged.getValue()))
                .toList();
        return missing.isEmpty() ? among : among + "; missing: " + list(missing);
    }

    private String name(Document document) {
        return "'" + Printable.line(by == DocumentIdentity.ID ? document.id() : document.text(), 60) + "'";
    }

    private static String ranks(int[] ranks) {
        if (ranks.length == 0) {
            return "";
        }
        return (ranks.length == 1 ? ", at rank " : ", at ranks ")
                + list(Arrays.stream(ranks).mapToObj(Integer::toString).toList());
    }

    private static String list(List<String> items) {
        return items.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (items.size() > SHOWN ? " and " + (items.size() - SHOWN) + " more" : "");
    }
}
