package dev.junitllm.run;

import dev.junitllm.Usage;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import dev.junitllm.trace.Handling;
import dev.junitllm.trace.Kept;
import dev.junitllm.trace.Redactor;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One finished sample of one case: what is kept on disk and shown in reports. Made redacted, at the one place where it
 * leaves scoring, so that nothing downstream ever holds a secret. Immutable.
 *
 * @param test the test it belongs to
 * @param caseId the case
 * @param sample which sample, from 1
 * @param samples how many samples each case gets
 * @param outcome how it came out
 * @param soft whether a gate answers for the outcome, or the case is in quarantine, so that it doesn't fail the build by itself
 * @param scores each score against its bar, in the order of the annotations
 * @param assertion the message of the test body's own failed assertion, or {@code null} where none failed
 * @param error what went wrong, or {@code null} unless the outcome is ERROR or UNSCORED
 * @param exchange what went in and what came out
 * @param body how long the test body took
 * @param scoring how long scoring took
 * @param quarantine until when it is in quarantine and why, or {@code null} where it is not
 * @param trace what its trace shows, and where that is kept
 */
public record CaseResult(
        TestId test,
        String caseId,
        int sample,
        int samples,
        CaseOutcome outcome,
        boolean soft,
        List<CaseScore> scores,
        @Nullable String assertion,
        @Nullable CaseError error,
        Exchange exchange,
        Duration body,
        Duration scoring,
        @Nullable String quarantine,
        TraceNote trace) {

    /** What a test says of an answer, or a scorer of a score, that came from a recording: {@code true}. */
    public static final String REPLAYED = "replayed";

    /**
     * Checks what it is made of.
     *
     * @param test the test it belongs to
     * @param caseId the case
     * @param sample which sample, from 1
     * @param samples how many samples each case gets
     * @param outcome how it came out
     * @param soft whether a gate answers for the outcome, or the case is in quarantine, so that it doesn't fail the build by itself
     * @param scores each score against its bar, in the order of the annotations
     * @param assertion the message of the test body's own failed assertion, or {@code null} where none failed
     * @param error what went wrong, or {@code null} unless the outcome is ERROR or UNSCORED
     * @param exchange what went in and what came out
     * @param body how long the test body took
     * @param scoring how long scoring took
     * @param quarantine until when it is in quarantine and why, or {@code null} where it is not
     * @param trace what its trace shows, and where that is kept
     */
    public CaseResult {
        scores = List.copyOf(scores);
    }

    /**
     * A result of a case that is not in quarantine.
     *
     * @param test the test it belongs to
     * @param caseId the case
     * @param sample which sample, from 1
     * @param samples how many samples each case gets
     * @param outcome how it came out
     * @param soft whether a gate answers for the outcome, or the case is in quarantine, so that it doesn't fail the build by itself
     * @param scores each score against its bar, in the order of the annotations
     * @param assertion the message of the test body's own failed assertion, or {@code null} where none failed
     * @param error what went wrong, or {@code null} unless the outcome is ERROR or UNSCORED
     * @param exchange what went in and what came out
     * @param body how long the test body took
     * @param scoring how long scoring took
     */
    public CaseResult(
            TestId test,
            String caseId,
            int sample,
            int samples,
            CaseOutcome outcome,
            boolean soft,
            List<CaseScore> scores,
            @Nullable String assertion,
            @Nullable CaseError error,
            Exchange exchange,
            Duration body,
            Duration scoring) {
        this(
                test,
                caseId,
                sample,
                samples,
                outcome,
                soft,
                scores,
                assertion,
                error,
                exchange,
                body,
                scoring,
                null,
                TraceNote.NONE);
    }

    /**
     * What went in and what came out.
     *
     * @param input the case's input as text
     * @param expected the first acceptable answer, or {@code null} where the case has none
     * @param output what the application answered, or {@code null} where it recorded none
     * @param contentHash the case's content hash
     * @param location where the case stands, or {@code null}
     * @param tags the case's tags
     * @param usage the tokens it took
     * @param attributes what the test said of the answer
     * @param handling what was done to input, expected and output before they were kept; without those that are whole
     */
    public record Exchange(
            String input,
            @Nullable String expected,
            @Nullable String output,
            String contentHash,
            @Nullable String location,
            List<String> tags,
            Usage usage,
            Map<String, String> attributes,
            Map<CaptureField, Handling> handling) {

        /**
         * Checks what it is made of.
         *
         * @param input the case's input as text
         * @param expected the first acceptable answer, or {@code null} where the case has none
         * @param output what the application answered, or {@code null} where it recorded none
         * @param contentHash the case's content hash
         * @param location where the case stands, or {@code null}
         * @param tags the case's tags
         * @param usage the tokens it took
         * @param attributes what the test said of the answer
         * @param handling what was done to input, expected and output before they were kept; without those that are whole
         */
        public Exchange {
            handling = handling.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(handling));
        }

        /**
         * An exchange to which nothing was done yet.
         *
         * @param input the case's input as text
         * @param expected the first acceptable answer, or {@code null} where the case has none
         * @param output what the application answered, or {@code null} where it recorded none
         * @param contentHash the case's content hash
         * @param location where the case stands, or {@code null}
         * @param tags the case's tags
         * @param usage the tokens it took
         * @param attributes what the test said of the answer
         */
        public Exchange(
                String input,
                @Nullable String expected,
                @Nullable String output,
                String contentHash,
                @Nullable String location,
                List<String> tags,
                Usage usage,
                Map<String, String> attributes) {
            this(input, expected, output, contentHash, location, tags, usage, attributes, Map.of());
        }

        Exchange kept(Capture capture) {
            Redactor redactor = capture.redactor();
            Map<String, String> safe = new LinkedHashMap<>();
            attributes.forEach((name, value) -> safe.put(
                    redactor.redact(name),
                    redactor.isSecret(name, value) ? "[REDACTED:secret-field]" : redactor.redact(value)));
            Map<CaptureField, Handling> done = new EnumMap<>(CaptureField.class);
            return new Exchange(
                    keep(capture, CaptureField.INPUT, input, done),
                    expected == null ? null : keep(capture, CaptureField.EXPECTED, expected, done),
                    output == null ? null : keep(capture, CaptureField.OUTPUT, output, done),
                    contentHash,
                    location == null ? null : redactor.redact(location),
                    tags.stream().map(redactor::redact).toList(),
                    usage,
                    safe,
                    done);
        }

        private static String keep(Capture capture, CaptureField field, String text, Map<CaptureField, Handling> done) {
            Kept kept = capture.keep(field, text);
            if (!kept.handling().isWhole()) {
                done.put(field, kept.handling());
            }
            return kept.text();
        }
    }

    /**
     * The display name of the sample.
     *
     * @return such as {@code refund-3} or {@code refund-3 [2/5]}
     */
    public String displayName() {
        return displayName(caseId, sample, samples);
    }

    /**
     * The display name of a sample.
     *
     * @param caseId the case
     * @param sample which sample, from 1
     * @param samples how many there are
     * @return such as {@code refund-3} or {@code refund-3 [2/5]}
     */
    public static String displayName(String caseId, int sample, int samples) {
        return samples == 1 ? caseId : caseId + " [" + sample + "/" + samples + "]";
    }

    /**
     * The score of a name.
     *
     * @param name the score's name
     * @return the score, or empty where none of that name was taken
     */
    public Optional<CaseScore> score(String name) {
        for (CaseScore score : scores) {
            if (score.name().equals(name)) {
                return Optional.of(score);
            }
        }
        return Optional.empty();
    }

    /**
     * The pattern of its trace; a recording says nothing of time.
     *
     * @return {@code null} where nothing was traced
     */
    public @Nullable SampleSteps steps() {
        SampleSteps steps = trace.steps();
        return steps == null || !replayed() ? steps : steps.withoutTime();
    }

    /**
     * Whether JUnit may show the case as passed: it passed, or its scores are only recorded and a gate looks at them.
     *
     * @return true where nothing stands against it
     */
    public boolean mayBeGreen() {
        boolean recorded = scores.stream().anyMatch(score -> score.value() != null);
        return outcome == CaseOutcome.PASSED || (outcome == CaseOutcome.UNSCORED && soft && recorded);
    }

    /**
     * Whether the case was skipped by an assumption or a condition.
     *
     * @return true where it was
     */
    public boolean skipped() {
        return error != null && error.kind().equals(CaseError.SKIPPED);
    }

    /**
     * Whether the case was not run, for want of a model and of a recording.
     *
     * @return true where the settings allow for that: it has not passed, and fails nothing
     */
    public boolean notRun() {
        return outcome == CaseOutcome.ERROR && error != null && error.kind().equals(CaseError.NOT_RUN);
    }

    /**
     * Whether the answer, or what judged it, came from a recording: the test says so of the answer (attribute {@code
     * replayed}), a scorer of its score (detail {@code replayed}), with {@code true}.
     *
     * @return false where nothing says so
     */
    public boolean replayed() {
        return "true".equals(exchange.attributes().get(REPLAYED))
                || scores.stream()
                        .anyMatch(score -> Boolean.TRUE.equals(score.details().get(REPLAYED)));
    }

    /**
     * The same result, failing the build by itself: something outside the case's scores failed it.
     *
     * @return the result, not soft
     */
    public CaseResult hard() {
        return copy(false, trace);
    }

    /**
     * The same result with what its trace shows.
     *
     * @param note what that is
     * @return the result
     */
    public CaseResult with(TraceNote note) {
        return copy(soft, note);
    }

    private CaseResult copy(boolean nowSoft, TraceNote note) {
        return new CaseResult(
                test,
                caseId,
                sample,
                samples,
                outcome,
                nowSoft,
                scores,
                assertion,
                error,
                exchange,
                body,
                scoring,
                quarantine,
                note);
    }

    /**
     * The same result as it may be kept and shown.
     *
     * @param capture decides what that is
     * @param quoting decides about what scores and errors say, which may quote half a secret; not asked where they say nothing
     * @return the result without what must not be kept; what was done to its texts stands in its exchange
     */
    public CaseResult kept(Capture capture, Supplier<Capture> quoting) {
        Redactor redactor = capture.redactor();
        UnaryOperator<String> reason = text -> text.isEmpty()
                ? text
                : quoting.get().keep(CaptureField.REASON, text).text();
        return new CaseResult(
                test,
                caseId,
                sample,
                samples,
                outcome,
                soft,
                scores.stream()
                        .map(score -> score.kept(redactor::redact, reason, error -> keep(quoting.get(), error)))
                        .toList(),
                assertion == null
                        ? null
                        : quoting.get().keep(CaptureField.ERROR, assertion).text(),
                error == null ? null : keep(quoting.get(), error),
                exchange.kept(capture),
                body,
                scoring,
                quarantine == null ? null : redactor.redact(quarantine),
                trace.redacted(redactor));
    }

    private static CaseError keep(Capture capture, CaseError error) {
        Throwable cause = error.cause();
        return new CaseError(
                error.kind(),
                capture.keep(CaptureField.ERROR, error.message()).text(),
                cause == null ? null : capture.keep(cause));
    }
}
