package dev.junitllm.judge;

import dev.junitllm.Actual;
import dev.junitllm.Decimals;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.prompt.Nonce;
import dev.junitllm.judge.reply.FaultKind;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.ScoringThreads;
import dev.junitllm.score.SetAggregation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores by asking a language model: what {@link JudgeScore} puts on a method, and what is used in plain tests:
 *
 * <pre>{@code
 * assertThatLlm(actual).given(question).scoresAtLeast(0.8, Judge.on(Criteria.ANSWER_RELEVANCE));
 * assertThatLlm(actual).scoresAtLeast(1, Judge.on(Criterion.question("Is the answer polite?")).by(model));
 * }</pre>
 *
 * <p>A score is never guessed: what the judge replies is held to the form that was asked for, and where it doesn't fit, after
 * one repair, the case is an ERROR whose kind says why. The texts that are judged are data between delimiters they can't
 * know; where they hold what looks like a verdict or an instruction, a second vote on the text without it has to agree.
 * Immutable and safe for use by several threads.
 */
public final class Judge implements Scorer {

    /** By how much a second vote on the masked data may differ: a level or a class may not, a share of many claims a little. */
    private static final double TOLERANCE = 0.1;

    private final Criterion criterion;
    private final Supplier<List<ChatModel>> models;
    private final JudgeOptions options;
    private final Supplier<String> nonces;
    private final @Nullable ScoringThreads threads;

    private Judge(
            Criterion criterion,
            Supplier<List<ChatModel>> models,
            JudgeOptions options,
            Supplier<String> nonces,
            @Nullable ScoringThreads threads) {
        this.criterion = criterion;
        this.models = models;
        this.options = options;
        this.nonces = nonces;
        this.threads = threads;
    }

    /**
     * Judges by a criterion, asking the configured judge.
     *
     * @param criterion a name of {@link dev.junitllm.judge.criteria.Criteria}, or of a file of your own, as
     *     {@link Criterion#named} finds it
     * @return the scorer, named after the criterion
     * @throws IllegalArgumentException where there is no such criterion
     */
    public static Judge on(String criterion) {
        return on(Criterion.named(criterion));
    }

    /**
     * Judges by a criterion, asking the configured judge.
     *
     * @param criterion what to judge by
     * @return the scorer, named after the criterion
     */
    public static Judge on(Criterion criterion) {
        return new Judge(criterion, new StandaloneJudge(), JudgeOptions.DEFAULT, new Nonce(), null);
    }

    /**
     * The same, asking these models instead of the configured one. Several are a panel: vote by vote, each is asked in turn;
     * say by {@link #aggregatedBy} what becomes of their votes.
     *
     * @param first a model
     * @param others further ones
     * @return the scorer
     */
    public Judge by(ChatModel first, ChatModel... others) {
        List<ChatModel> all = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> i == 0 ? first : others[i - 1])
                .toList();
        JudgeOptions more = options.votes() < all.size() ? options.withVotes(all.size()) : options;
        return new Judge(criterion, () -> all, more, nonces, threads);
    }

    /**
     * The same, asking so often.
     *
     * @param number how many votes, at least 1
     * @return the scorer
     * @throws IllegalArgumentException where it is below 1
     */
    public Judge votes(int number) {
        return with(options.withVotes(number));
    }

    /**
     * The same, making one score of several votes that way; the median unless said.
     *
     * @param way how
     * @return the scorer
     */
    public Judge aggregatedBy(Aggregate way) {
        return with(options.withAggregate(way));
    }

    /**
     * The same, casting all votes even where more than half agree already.
     *
     * @return the scorer
     */
    public Judge castingAllVotes() {
        return with(options.withoutStopping());
    }

    /**
     * The same, weighting levels by the log-probabilities of their tokens where the server gives them: the judge is asked for
     * the level alone, without reasons. Where it gives none, or less than 0.8 of the probability lies on levels, the level
     * itself counts, and the details say so.
     *
     * @return the scorer
     * @throws IllegalArgumentException where the criterion has no levels
     */
    public Judge weightedByLogprobs() {
        if (!criterion.canBeWeighted()) {
            throw new IllegalArgumentException("logprobs: '%s' has no levels to weight; only rubrics and coherence have"
                    .formatted(criterion.name()));
        }
        return with(options.withLogprobs());
    }

    /** For what is made once per run. */
    Judge byAll(Supplier<List<ChatModel>> others, ScoringThreads runs) {
        return new Judge(criterion, others, options, nonces, runs);
    }

    /** For tests. */
    Judge standing(Supplier<List<ChatModel>> others) {
        return new Judge(criterion, others, options, nonces, threads);
    }

    /** For tests. */
    Judge drawing(Supplier<String> others) {
        return new Judge(criterion, models, options, others, threads);
    }

    private Judge with(JudgeOptions others) {
        return new Judge(criterion, models, others, nonces, threads);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        JudgedData data = JudgedData.read(criterion.needed(), criterion.wanted(), golden, actual);
        Optional<Score> ofNothing = data.hasNothingToJudge() ? criterion.scoreOfNothing() : Optional.empty();
        if (ofNothing.isPresent()) {
            return ofNothing.get();
        }
        Voting voting = voting();
        Ballot ballot = voting.cast(golden, actual, data);
        Score score = ballot.result();
        Vote isolated = data.isSuspicious() ? isolated(voting, golden, actual, data, score) : null;
        return score.withDetails(JudgeDetails.of(score, ballot.votes(), isolated, data, actual));
    }

    private Voting voting() {
        return new Voting(criterion, models.get(), options, nonces, threads);
    }

    /** A vote on the data without what looks like a verdict or an instruction. It never enters the score. */
    private Vote isolated(Voting voting, GoldenCase golden, Actual actual, JudgedData data, Score score)
            throws ScoringException {
        JudgedData masked = data.masked();
        Optional<Score> ofNothing = masked.hasNothingToJudge() ? criterion.scoreOfNothing() : Optional.empty();
        Vote vote = ofNothing.isPresent()
                ? new Vote("nobody", ofNothing.get(), null, Map.of(), List.of(), 0)
                : voting.vote(options.votes() + 1, golden, actual, masked);
        if (vote.error() != null) {
            throw new ScoringException(
                    vote.error().kind(),
                    "what is judged holds text that looks like a verdict or an instruction, and the second vote it"
                            + " draws could not be had: "
                            + vote.error().getMessage(),
                    vote.error());
        }
        if (!agree(score, Objects.requireNonNull(vote.score()))) {
            throw new ScoringException(
                    FaultKind.INJECTION_SUSPECTED.name(),
                    "the judge gives %s, but %s without the text in %s that looks like a verdict or an instruction; it may have obeyed it"
                            .formatted(
                                    shown(score),
                                    shown(vote.score()),
                                    data.flags().keySet()));
        }
        return vote;
    }

    private static boolean agree(Score score, Score isolated) {
        return score.value().isPresent() == isolated.value().isPresent()
                && Math.abs(score.value().orElse(0) - isolated.value().orElse(0)) <= TOLERANCE;
    }

    private static String shown(Score score) {
        return score.value().isPresent() ? Decimals.show(score.value().getAsDouble()) : "no score";
    }

    @Override
    public Set<GoldenPart> needs() {
        return criterion.goldenParts();
    }

    @Override
    public Set<String> needsMetadata() {
        return criterion.metadata();
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return criterion.aggregation();
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public ScorerDescription describe() {
        Voting voting = voting();
        Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
        parameters.put("criterion", criterion.hash());
        parameters.put(
                "judges",
                voting.judges().stream()
                        .map(model -> model.describe().toString())
                        .collect(Collectors.joining(", ")));
        parameters.put("temperature", String.valueOf(voting.sampling().temperature()));
        return new ScorerDescription(criterion.name(), criterion.version(), parameters);
    }
}
