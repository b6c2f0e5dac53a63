package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What follows from the names of attributes alone. Each trace has much the same ones. Safe for use by several threads. */
final class AttributeNames {

    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Redactor redactor;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    AttributeNames(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * What is known of a name.
     *
     * @param isHarmless whether nothing is to be removed from the name itself
     * @param mayBeSecret whether values under it may be secrets because they are
     * @param part which part of a step it is, where that decides what kind of content it is
     * @param content what kind of content it is in any step; {@code null} for none
     */
    record Known(
            boolean isHarmless,
            boolean mayBeSecret,
            SpanContents.Part part,
            @Nullable CaptureField content) {

        @Nullable
        CaptureField field(SpanKind kind, boolean root) {
            return part == SpanContents.Part.OTHER ? content : SpanContents.field(part, kind, root);
        }
    }

    Known of(String name) {
        Known found = known.get(name);
        return found == null ? look(name) : found;
    }

    /** A model may choose names, too: only so many are kept. */
    private Known look(String name) {
        Known made = new Known(
                redactor.redact(name).equals(name),
                redactor.mayNameSecret(name),
                SpanContents.part(name),
                SpanContents.named(name));
        if (made.isHarmless() && name.length() <= LONGEST && known.size() < MOST) {
            known.put(name, made);
        }
        return made;
    }
}
