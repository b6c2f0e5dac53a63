package dev.junitllm.examples.handbook;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/**
 * The handbook assistant in use: BM25 retrieval of four passages and an answer made of their own sentences. The same
 * question always gets the same answer. Thread-safe.
 */
public final class HandbookBot implements HandbookAssistant {

    private static final int PASSAGES = 4;

    private final HandbookSearch search;
    private final ExtractiveAnswerer answerer;
    private final int passages;

    /**
     * Makes an assistant for a handbook.
     *
     * @param handbook what to answer from
     */
    public HandbookBot(Handbook handbook) {
        this(handbook, Analyzers.english(), PASSAGES);
    }

    HandbookBot(Handbook handbook, Analyzer analyzer, int passages) {
        this.search = new HandbookSearch(handbook, analyzer);
        this.answerer = new ExtractiveAnswerer(new Vocabulary(handbook.passages(), analyzer));
        this.passages = passages;
    }

    @Override
    public List<ScoredPassage> retrieve(String question) {
        return search.search(question, passages);
    }

    @Override
    public String answer(String question, List<ScoredPassage> passages) {
        return answerer.answer(question, passages);
    }
}
