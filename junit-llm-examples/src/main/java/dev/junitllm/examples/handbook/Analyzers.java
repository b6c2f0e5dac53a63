package dev.junitllm.examples.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** How text becomes terms. */
final class Analyzers {

    // Words of asking that Snowball's list lacks: they are in every other question and say nothing about its subject.
    private static final List<String> WORDS_OF_ASKING =
            List.of("can", "get", "how", "long", "many", "may", "much", "must", "need", "please", "shall", "will");

    private Analyzers() {}

    /** Stems, and drops the words that carry no subject. */
    static Analyzer english() {
        try (var list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            var common = WordlistLoader.getSnowballWordSet(Objects.requireNonNull(list), StandardCharsets.UTF_8);
            var stopWords = new CharArraySet(WORDS_OF_ASKING, true);
            stopWords.addAll(common);
            return new EnglishAnalyzer(stopWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower case and nothing else: since Lucene 8 the standard analyzer has no stop words, and it has never stemmed. */
    static Analyzer plain() {
        return new StandardAnalyzer();
    }
}
