package dev.junitllm.score.retrieval;

import dev.junitllm.Document;
import dev.junitllm.score.text.TextForm;

/** By what a retrieved document is taken for one that the golden case names. */
public enum DocumentIdentity {

    /** The id, character for character. Chunks of one document under ids of their own are documents of their own. */
    ID {
        @Override
        String of(Document document) {
            return document.id();
        }
    },

    /** The text, but for case, Unicode compatibility forms (NFKC) and white space. A part of a text is another text. */
    CONTENT {
        @Override
        String of(Document document) {
            return TextForm.FOLDED.of(document.text());
        }
    };

    abstract String of(Document document);
}
