package dev.junitllm.judge.criteria;

import dev.junitllm.GoldenPart;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.score.Score;
import dev.junitllm.score.SetAggregation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a judge judges by: instructions, the forms of the replies, and the rule that makes a score of them. A criterion is
 * data; all that decides its scores is in its {@link #hash()}. Immutable.
 *
 * <pre>{@code
 * Criterion.named(Criteria.FAITHFULNESS)
 * Criterion.named("rubrics/tone.yaml")
 * Criterion.question("Does the answer stay polite?")
 * Criterion.checklist(List.of("Does the answer name a price?", "Does it name a date?"))
 * Criterion.rubric("How friendly is the answer?", List.of("hostile", "cold", "neutral", "friendly", "warm"))
 * }</pre>
 */
public final class Criterion {

    private final CriterionText text;
    private final Emptiness emptiness;
    private final Set<DataField> needed;
    private final Set<DataField> wanted;
    private final List<Procedure> procedures;
    private final String hash;

    Criterion(
            CriterionText text,
            Emptiness emptiness,
            Set<DataField> needed,
            Set<DataField> wanted,
            List<Procedure> procedures,
            String hash) {
        this.text = text;
        this.emptiness = emptiness;
        this.needed = Set.copyOf(needed);
        this.wanted = Set.copyOf(wanted);
        this.procedures = List.copyOf(procedures);
        this.hash = hash;
    }

    /**
     * A built-in criterion, or one of a file.
     *
     * @param name one of {@link Criteria}; or the place of a file, such as {@code rubrics/tone.yaml}, on the class path or
     *     under the working folder; or a name such as {@code tone} for {@code rubrics/tone.yaml}
     * @return the criterion
     * @throws IllegalArgumentException saying what is wrong with the file, or where it was looked for
     */
    public static Criterion named(String name) {
        return Criteria.ALL.contains(name) ? BuiltInCriteria.get(name) : CriterionFile.find(name);
    }

    /**
     * A question that is answered by yes (1) or no (0). Where the judge can't tell, the score doesn't apply.
     *
     * @param question about the answer, such as {@code Does the answer stay polite?}
     * @return the criterion, named after the question's first words
     * @throws IllegalArgumentException where the question is blank
     */
    public static Criterion question(String question) {
        return OwnCriterion.question(question).build();
    }

    /**
     * Questions that are answered by yes or no: the share of yes.
     *
     * @param questions about the answer, at least one
     * @return the criterion, named {@code checklist}
     * @throws IllegalArgumentException where there is none, or one is blank
     */
    public static Criterion checklist(List<String> questions) {
        return OwnCriterion.checklist(questions).build();
    }

    /**
     * Five described levels: the worst is 0, the best is 1, the others lie evenly between them.
     *
     * @param question what is asked about the answer
     * @param levels what each level means, the worst first
     * @return the criterion, named after the question's first words
     * @throws IllegalArgumentException where there are not five, or one is blank
     */
    public static Criterion rubric(String question, List<String> levels) {
        return OwnCriterion.rubric(question, levels).build();
    }

    /**
     * What its scores are called.
     *
     * @return the name
     */
    public String name() {
        return text.name();
    }

    /**
     * Raised when the same answer begins to score differently.
     *
     * @return from 1
     */
    public int version() {
        return text.version();
    }

    /**
     * What it judges, in one sentence.
     *
     * @return such as {@code Whether everything the answer claims follows from what was retrieved.}
     */
    public String summary() {
        return text.summary();
    }

    /**
     * How it is judged, for people.
     *
     * @return such as {@code claims, then a verdict on each}
     */
    public String shape() {
        return text.shape();
    }

    /**
     * How the score comes about, for people.
     *
     * @return a sentence
     */
    public String scoring() {
        return text.score();
    }

    /**
     * A hash of all that decides its scores: instructions, forms, rule, and the words around them.
     *
     * @return 12 lower-case hexadecimal digits
     */
    public String hash() {
        return hash;
    }

    /**
     * The fields without which it can't judge.
     *
     * @return the fields
     */
    public Set<DataField> needed() {
        return sorted(needed);
    }

    /**
     * The fields that it is shown too, where they are there.
     *
     * @return the fields
     */
    public Set<DataField> wanted() {
        return sorted(wanted);
    }

    /**
     * The parts of a golden case without which it can't judge.
     *
     * @return the parts
     */
    public Set<GoldenPart> goldenParts() {
        EnumSet<GoldenPart> parts = EnumSet.noneOf(GoldenPart.class);
        needed.forEach(field -> field.goldenPart().ifPresent(parts::add));
        return parts;
    }

    /**
     * The fields of a golden case's metadata without which it can't judge.
     *
     * @return their names
     */
    public Set<String> metadata() {
        Set<String> names = new TreeSet<>();
        needed.forEach(field -> field.metadataName().ifPresent(names::add));
        procedures.forEach(procedure -> names.addAll(procedure.needsMetadata()));
        return names;
    }

    /**
     * What it makes of an answer that holds nothing to judge.
     *
     * @return a score that needs no call, or empty where the judge is asked all the same
     */
    public Optional<Score> scoreOfNothing() {
        return emptiness.score();
    }

    /**
     * Whether its scores can be weighted by log-probabilities.
     *
     * @return true for questions of one level
     */
    public boolean canBeWeighted() {
        return procedures.stream().anyMatch(Procedure::isForLogprobs);
    }

    /**
     * How the scores of a whole golden set add up.
     *
     * @return rates of over- and under-refusal for {@link Criteria#REFUSAL}, of wins and of inconsistency for {@link
     *     Criteria#PREFERENCE}; empty for the mean
     */
    public Optional<SetAggregation> aggregation() {
        return procedures.get(0).aggregation();
    }

    /**
     * How a case is judged.
     *
     * @param data what is to be judged
     * @param logprobs whether the score is to be weighted by log-probabilities
     * @return the procedure
     */
    public Procedure procedure(JudgedData data, boolean logprobs) {
        return procedures.stream()
                .filter(procedure -> procedure.isFor(data, logprobs))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("criterion " + name() + " has no procedure for this case"));
    }

    /**
     * The ways in which cases may be judged.
     *
     * @return at least one
     */
    public List<Procedure> procedures() {
        return procedures;
    }

    @Override
    public String toString() {
        return name() + " v" + version() + " " + hash;
    }

    private static Set<DataField> sorted(Set<DataField> fields) {
        EnumSet<DataField> sorted = EnumSet.noneOf(DataField.class);
        sorted.addAll(fields);
        return sorted;
    }
}
