package dev.junitllm.trace;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.Sha256;
import dev.junitllm.Trace;
import dev.junitllm.trace.redaction.Redacted;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Decides what of a run is kept, shown and sent: all of it goes through here. Scores are made of what the application really
 * said; everything that leaves afterwards is what this makes of it. Immutable and safe for use by several threads.
 */
public final class Capture {

    private final Redactor redactor;
    private final CaptureMode restMode;
    private final Redactor rest;
    private final Map<CaptureField, CaptureMode> modes;
    private final int mostCharacters;

    private final AttributeNames names;
    private volatile CapturedTrace.SafeResource lastResource = CapturedTrace.SafeResource.NONE;

    private Capture(Redactor redactor, CaptureMode restMode, Map<CaptureField, CaptureMode> modes, int mostCharacters) {
        this.redactor = redactor;
        this.restMode = restMode;
        this.rest = restMode == CaptureMode.FULL ? redactor.secretsOnly() : redactor;
        this.names = new AttributeNames(this.rest);
        this.modes = new EnumMap<>(modes);
        this.mostCharacters = mostCharacters;
    }

    /**
     * What the settings of a run ask for.
     *
     * @param configuration the settings
     * @return the decision
     * @throws dev.junitllm.ConfigurationException naming the setting, where one is wrong
     */
    public static Capture of(Configuration configuration) {
        return new Capture(
                Redactor.of(configuration),
                CaptureSettings.rest(configuration),
                CaptureSettings.modes(configuration),
                CaptureSettings.mostCharacters(configuration));
    }

    /**
     * What a run's settings ask for, made once per run.
     *
     * @param scope the run
     * @return the same at every call
     */
    public static Capture of(RunScope scope) {
        return scope.shared(Shared.class, () -> new Shared(of(scope.configuration())))
                .capture();
    }

    /**
     * What holds unless a setting says otherwise: everything is redacted and nothing withheld.
     *
     * @param redactor removes secrets and data about people
     * @return the decision
     */
    public static Capture with(Redactor redactor) {
        Map<CaptureField, CaptureMode> modes = new EnumMap<>(CaptureField.class);
        for (CaptureField field : CaptureField.values()) {
            modes.put(field, CaptureMode.REDACTED);
        }
        return new Capture(redactor, CaptureMode.REDACTED, modes, CaptureSettings.DEFAULT_LENGTH);
    }

    /**
     * The same decision for what quotes texts and may have cut them, such as the reason for a score: half a secret is one, too.
     *
     * @param texts what is quoted, as it was
     * @return the decision; the same where there is nothing to be removed from the texts
     */
    public Capture knowing(Collection<String> texts) {
        Redactor knowing = redactor.knowing(texts);
        return knowing == redactor ? this : new Capture(knowing, restMode, modes, mostCharacters);
    }

    /**
     * Removes secrets, and data about people unless the settings keep them, from what is no content: names, attributes, messages
     * about a run.
     *
     * @return the redactor
     */
    public Redactor redactor() {
        return rest;
    }

    /**
     * What is kept of a kind of content.
     *
     * @param field the kind
     * @return the mode
     */
    public CaptureMode mode(CaptureField field) {
        return modes.getOrDefault(field, CaptureMode.REDACTED);
    }

    /**
     * Whether something of a kind of content is kept, or nothing but its length and hash.
     *
     * @param field the kind
     * @return false for {@code hashed} and {@code none}
     */
    public boolean keeps(CaptureField field) {
        return !mode(field).withholds();
    }

    /**
     * Removes from a kind of content what must not be kept of it, and nothing else.
     *
     * @param field the kind
     * @return the redactor: of secrets alone where the content is kept in full
     */
    public Redactor redactor(CaptureField field) {
        return redactor(mode(field));
    }

    private Redactor redactor(CaptureMode mode) {
        return mode == CaptureMode.FULL ? redactor.secretsOnly() : redactor;
    }

    /**
     * Makes a content fit to be kept. What is empty or white space stays.
     *
     * @param field what kind of content it is
     * @param text the content
     * @return what may be kept of it, and what was done to it
     */
    public Kept keep(CaptureField field, String text) {
        CaptureMode mode = mode(field);
        Redacted safe = redactor(mode).redacted(text);
        if (mode.withholds() && !text.isBlank()) {
            return withheld(text, safe, mode == CaptureMode.HASHED);
        }
        if (safe.text().length() > mostCharacters) {
            String hash = hash(safe.text());
            return new Kept(
                    LongTexts.cut(safe.text(), mostCharacters, hash),
                    new Handling(safe.removed(), true, false, text.length(), hash));
        }
        return new Kept(
                safe.text(),
                safe.removed().isEmpty() ? Handling.WHOLE : new Handling(safe.removed(), false, false, 0, ""));
    }

    /** A hash of the text as it came would let short secrets be guessed. */
    private static Kept withheld(String text, Redacted safe, boolean hashed) {
        if (!hashed) {
            return new Kept(
                    "[NOT KEPT: %s characters]".formatted(text.length()),
                    new Handling(Map.of(), false, true, text.length(), ""));
        }
        String hash = hash(safe.text());
        return new Kept(
                "[SHA-256: %s, %s characters]".formatted(hash, text.length()),
                new Handling(safe.removed(), false, true, text.length(), hash));
    }

    /**
     * Makes a trace fit to be kept. Its root says what was done, by {@link dev.junitllm.TraceNames#REDACTED} and
     * {@link dev.junitllm.TraceNames#CAPTURE}.
     *
     * @param trace as it was recorded
     * @return what may be kept of it
     */
    public Trace keep(Trace trace) {
        return new CapturedTrace(this).of(trace);
    }

    /**
     * Makes an exception fit to be reported.
     *
     * @param thrown any exception
     * @return the exception itself where nothing that it, a cause or a suppressed one says must be changed, else one that stands
     *     for it: a failed assertion for a failed assertion, with the same stack trace
     */
    public Throwable keep(Throwable thrown) {
        return SafeThrowables.of(thrown, text -> keep(CaptureField.ERROR, text).text());
    }

    /** Of a process that says nothing that had to be removed, which spans need not be looked at for again. */
    CapturedTrace.SafeResource lastResource() {
        return lastResource;
    }

    void lastResource(CapturedTrace.SafeResource safe) {
        lastResource = safe;
    }

    AttributeNames names() {
        return names;
    }

    private static String hash(String text) {
        return Sha256.begin().add(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** One for each run; nothing is to be closed. */
    private record Shared(Capture capture) implements AutoCloseable {

        @Override
        public void close() {}
    }
}
