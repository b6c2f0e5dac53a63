package dev.junitllm.examples.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The handbook's terms and how telling each of them is. Thread-safe. */
final class Vocabulary {

    private final Analyzer analyzer;
    private final int passages;
    private final Map<String, Integer> passagesWith = new TreeMap<>();

    Vocabulary(Collection<Passage> passages, Analyzer analyzer) {
        this.analyzer = analyzer;
        this.passages = passages.size();
        for (Passage passage : passages) {
            for (String term : terms(passage.title() + ". " + passage.text())) {
                passagesWith.merge(term, 1, Integer::sum);
            }
        }
    }

    /** The different terms of a text, in the order they first occur. */
    Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (var tokens = analyzer.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** Inverse document frequency as in BM25: above 0, and highest for a term the handbook never uses. */
    double weight(String term) {
        int with = passagesWith.getOrDefault(term, 0);
        return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
    }

    /** The weight of several terms together. */
    double weight(Collection<String> terms) {
        return terms.stream().mapToDouble(this::weight).sum();
    }
}
