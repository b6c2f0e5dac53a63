package dev.junitllm.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cases a verdict names under a title of their own, such as those that fail newly. Immutable.
 *
 * @param title such as {@code newly failing}
 * @param entries the cases, in the order to show them
 */
public record CaseList(String title, List<Entry> entries) {

    /**
     * Checks what it is made of.
     *
     * @param title such as {@code newly failing}
     * @param entries the cases, in the order to show them
     */
    public CaseList {
        entries = List.copyOf(entries);
    }

    /**
     * One case.
     *
     * @param caseId which
     * @param remark what there is to say of it in a few words, such as {@code token-f1 0.8, was 1}; may be empty
     * @param before what the application answered then, or {@code null} where it isn't shown
     * @param after what it answers now, or {@code null} where it isn't shown
     */
    public record Entry(
            String caseId,
            String remark,
            @Nullable String before,
            @Nullable String after) {

        /**
         * A case without its answers.
         *
         * @param caseId which
         * @param remark what there is to say of it in a few words; may be empty
         * @return the entry
         */
        public static Entry of(String caseId, String remark) {
            return new Entry(caseId, remark, null, null);
        }

        Entry mapped(UnaryOperator<String> text) {
            return new Entry(
                    caseId,
                    text.apply(remark),
                    before == null ? null : text.apply(before),
                    after == null ? null : text.apply(after));
        }
    }

    CaseList mapped(UnaryOperator<String> text) {
        return new CaseList(
                title, entries.stream().map(entry -> entry.mapped(text)).toList());
    }
}
