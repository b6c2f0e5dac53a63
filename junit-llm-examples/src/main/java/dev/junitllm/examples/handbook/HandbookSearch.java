package dev.junitllm.examples.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/**
 * BM25 search over the passages of a handbook, title and text alike. The index is held in memory only, so there is
 * nothing to close. Thread-safe.
 */
public final class HandbookSearch {

    private static final String CONTENT = "content";

    // The document number is the passage's place in the handbook: equal scores always come in that order.
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, SortField.FIELD_DOC);

    private final List<Passage> passages;
    private final QueryBuilder queries;
    private final IndexSearcher searcher;

    /**
     * Indexes a handbook.
     *
     * @param handbook what to search
     */
    public HandbookSearch(Handbook handbook) {
        this(handbook, Analyzers.english());
    }

    HandbookSearch(Handbook handbook, Analyzer analyzer) {
        this.passages = handbook.passages();
        this.queries = new QueryBuilder(analyzer);
        try {
            this.searcher = new IndexSearcher(DirectoryReader.open(index(passages, analyzer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.searcher.setSimilarity(new BM25Similarity());
    }

    /**
     * Finds the passages that share words with a question.
     *
     * @param question any text
     * @param atMost how many passages to return, at least 1
     * @return the best passages, best first; empty when none shares a word with the question
     */
    public List<ScoredPassage> search(String question, int atMost) {
        // Lucene answers null when the analyzer leaves no word of the question
        Query query = queries.createBooleanQuery(CONTENT, question);
        if (query == null) {
            return List.of();
        }
        try {
            List<ScoredPassage> found = new ArrayList<>();
            for (var hit : searcher.search(query, atMost, BEST_FIRST, true).scoreDocs) {
                found.add(new ScoredPassage(passages.get(hit.doc), hit.score));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Directory index(List<Passage> passages, Analyzer analyzer) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Passage passage : passages) {
                var document = new Document();
                document.add(new TextField(CONTENT, passage.title() + ". " + passage.text(), Field.Store.NO));
                writer.addDocument(document);
            }
            // one segment, so that document numbers are the order of insertion
            writer.forceMerge(1);
        }
        return directory;
    }
}
