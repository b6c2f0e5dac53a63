package dev.junitllm.judge.prompt;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The texts of one case that a judge is shown. Immutable. */
public final class JudgedData {

    /** The most characters of one text: a longer one is an error, and never cut. */
    public static final int MOST_CHARACTERS = 400_000;

    /** The most characters of all texts of one field. */
    private static final int MOST_OF_FIELD = 2_000_000;

    private final List<DataPart> parts;

    JudgedData(List<DataPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads what a criterion needs.
     *
     * @param needed the fields that have to be there
     * @param wanted further fields, taken where they are there
     * @param golden the case
     * @param actual what the application did with it
     * @return the data
     * @throws ScoringException of kind {@code MISSING_FIELD}, where one is missing that is needed, or of kind {@code
     *     TOO_LARGE}, where a text is longer than {@link #MOST_CHARACTERS}
     */
    public static JudgedData read(
            Collection<DataField> needed, Collection<DataField> wanted, GoldenCase golden, Actual actual)
            throws ScoringException {
        List<DataPart> parts = new ArrayList<>();
        for (DataField field : DataField.values()) {
            if (needed.contains(field) || wanted.contains(field)) {
                List<DataPart> read = field.read(golden, actual);
                if (read.isEmpty() && needed.contains(field) && !field.isPresent(golden, actual)) {
                    throw new ScoringException(
                            "MISSING_FIELD",
                            "the judge needs the field '%s', and %s has none; it comes from %s"
                                    .formatted(field.label(), golden.describe(), field.source()));
                }
                checkSize(field, read, golden);
                parts.addAll(read);
            }
        }
        return new JudgedData(parts);
    }

    private static void checkSize(DataField field, List<DataPart> parts, GoldenCase golden) throws ScoringException {
        long all = 0;
        boolean tooLong = false;
        for (DataPart part : parts) {
            all += part.raw().length();
            tooLong |= part.raw().length() > MOST_CHARACTERS;
        }
        if (tooLong || all > MOST_OF_FIELD) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "the field '%s' of %s has %s characters: a judge is shown at most %s of one text and %s of one field"
                            .formatted(
                                    field.label(),
                                    golden.describe(),
                                    Long.toString(all),
                                    Integer.toString(MOST_CHARACTERS),
                                    Integer.toString(MOST_OF_FIELD)));
        }
    }

    /**
     * Whether a field is there.
     *
     * @param field the field
     * @return true where at least one text of it is
     */
    public boolean has(DataField field) {
        for (DataPart part : parts) {
            if (part.field() == field) {
                return true;
            }
        }
        return false;
    }

    /**
     * The texts of a field as they came.
     *
     * @param field the field
     * @return the texts by their ids in the prompt, in order
     */
    public Map<String, String> texts(DataField field) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(field).forEach(part -> texts.put(part.id(), part.raw()));
        return texts;
    }

    /**
     * Whether the answer holds nothing to judge: no letter, digit or symbol, or but the opening of a solution that never
     * comes, such as "Solution:".
     *
     * @return false too where there is no answer among the fields
     */
    public boolean hasNothingToJudge() {
        boolean hasAnswer = false;
        for (DataPart part : parts) {
            if (part.field() == DataField.ANSWER) {
                hasAnswer = true;
                if (!NothingToJudge.is(part.raw().replace(VerdictLikeText.MASK, ""))) {
                    return false;
                }
            }
        }
        return hasAnswer;
    }

    /**
     * Whether a quote occurs in the data: NFKC, white space folded, in what came or in what is shown.
     *
     * @param quote what is said to stand there
     * @param id in which text, or an empty id for any
     * @param fields in which fields
     * @return false for a quote of nothing
     */
    public boolean holds(String quote, String id, DataField... fields) {
        Set<DataField> searched = EnumSet.noneOf(DataField.class);
        searched.addAll(List.of(fields));
        String folded = FoldedText.of(quote);
        if (folded.isEmpty()) {
            return false;
        }
        for (DataPart part : parts) {
            if (searched.contains(part.field())
                    && (id.isEmpty() || part.id().equals(id))
                    && part.folded().contains(folded)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much of a field some of its passages take up. What two passages share counts once.
     *
     * @param quotes the passages; one that isn't there takes up nothing
     * @param field the field
     * @return the share of the folded text's characters, from 0 to 1; 0 for a text without any
     */
    public double share(Collection<String> quotes, DataField field) {
        String text = of(field).stream().map(part -> FoldedText.of(part.raw())).collect(Collectors.joining(" "));
        BitSet taken = new BitSet(text.length());
        for (String quote : quotes) {
            String folded = FoldedText.of(quote);
            int at = folded.isEmpty() ? -1 : text.indexOf(folded);
            if (at >= 0) {
                taken.set(at, at + folded.length());
            }
        }
        return text.isEmpty() ? 0 : (double) taken.cardinality() / text.length();
    }

    /**
     * What is suspicious about the texts that the application made or fetched.
     *
     * @return the flags by the labels of fields; empty where nothing is
     */
    public Map<String, Set<DataFlag>> flags() {
        Map<String, Set<DataFlag>> flags = new LinkedHashMap<>();
        for (DataPart part : parts) {
            if (part.fromApplication() && !part.flags().isEmpty()) {
                flags.computeIfAbsent(part.field().label(), field -> EnumSet.noneOf(DataFlag.class))
                        .addAll(part.flags());
            }
        }
        return flags;
    }

    /**
     * Whether a text that the application made or fetched looks like a verdict, or like an instruction to the judge.
     *
     * @return true where a second vote on the {@linkplain #masked() masked} data is due
     */
    public boolean isSuspicious() {
        for (DataPart part : parts) {
            if (part.fromApplication() && part.flags().contains(DataFlag.VERDICT_LIKE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same without what looks like a verdict or an instruction, where the application made or fetched it.
     *
     * @return the data for a second vote
     */
    public JudgedData masked() {
        return new JudgedData(parts.stream().map(DataPart::masked).toList());
    }

    /**
     * The same without secrets, as a recorded judge quotes it.
     *
     * @param redact removes secrets
     * @return the data; this where there are none
     */
    public JudgedData redacted(UnaryOperator<String> redact) {
        boolean clean = parts.stream().allMatch(part -> redact.apply(part.raw()).equals(part.raw()));
        return clean
                ? this
                : new JudgedData(parts.stream()
                        .map(part -> DataPart.named(
                                part.field(), part.name(), part.id(), redact.apply(part.raw()), part.fromApplication()))
                        .toList());
    }

    /**
     * The same with one field under another name.
     *
     * @param field the field
     * @param name what it is called in the prompt
     * @return the data
     */
    public JudgedData named(DataField field, String name) {
        return new JudgedData(parts.stream()
                .map(part -> part.field() == field ? part.withName(name) : part)
                .toList());
    }

    /**
     * The same with some of the texts of one field.
     *
     * @param field the field
     * @param from the first text of it, counted from 0
     * @param to the text behind the last, counted from 0; may lie behind the end
     * @return the data
     */
    public JudgedData only(DataField field, int from, int to) {
        List<DataPart> all = of(field);
        List<DataPart> some = all.subList(from, Math.min(to, all.size()));
        return new JudgedData(parts.stream()
                .filter(part -> part.field() != field || some.contains(part))
                .toList());
    }

    List<DataPart> of(DataField field) {
        List<DataPart> found = new ArrayList<>();
        for (DataPart part : parts) {
            if (part.field() == field) {
                found.add(part);
            }
        }
        return found;
    }
}
