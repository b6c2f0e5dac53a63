package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The union of longest common subsequences of ROUGE-Lsum (Lin 2004, section 3.2), clipped as in ROUGE 1.5.5 and with
 * rouge_score's choice where there are several longest ones.
 */
final class RougeSentences {

    /** Pairs of words at most: some tenths of a second, and 12 MB. */
    static final long MOST_PAIRS = 100_000_000;

    /** For each cell of the table of lengths, by rows, whether the longest one lies to the left. */
    private final BitSet left = new BitSet();

    private int[] lengths = new int[0];

    private RougeSentences() {}

    static Overlap overlap(String output, String answer, WordRule rule) throws TooLargeException {
        Vocabulary<String> vocabulary = new Vocabulary<>();
        List<int[]> inOutput = sentences(output, rule, vocabulary);
        List<int[]> inAnswer = sentences(answer, rule, vocabulary);
        int outputWords = words(inOutput);
        int answerWords = words(inAnswer);
        TooLargeException.check(outputWords, answerWords, MOST_PAIRS, "words");
        int[] leftInOutput = counts(inOutput, vocabulary.size());
        int[] leftInAnswer = counts(inAnswer, vocabulary.size());
        RougeSentences sentences = new RougeSentences();
        int shared = 0;
        for (int[] sentence : inAnswer) {
            for (int place : sentences.union(sentence, inOutput).stream().toArray()) {
                int word = sentence[place];
                if (leftInOutput[word] > 0 && leftInAnswer[word] > 0) {
                    leftInOutput[word]--;
                    leftInAnswer[word]--;
                    shared++;
                }
            }
        }
        return new Overlap(shared, outputWords, answerWords, "words");
    }

    private static List<int[]> sentences(String text, WordRule rule, Vocabulary<String> vocabulary) {
        List<int[]> sentences = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int[] words = vocabulary.numbers(rule.words(line));
            if (words.length > 0) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    private static int words(List<int[]> sentences) {
        return sentences.stream().mapToInt(sentence -> sentence.length).sum();
    }

    private static int[] counts(List<int[]> sentences, int vocabulary) {
        int[] counts = new int[vocabulary];
        sentences.forEach(sentence -> {
            for (int word : sentence) {
                counts[word]++;
            }
        });
        return counts;
    }

    /** The places of a sentence that lie on its longest common subsequence with any of the others. */
    private BitSet union(int[] sentence, List<int[]> others) {
        BitSet union = new BitSet(sentence.length);
        for (int[] other : others) {
            addLongest(sentence, other, union);
        }
        return union;
    }

    private void addLongest(int[] rows, int[] columns, BitSet places) {
        fill(rows, columns);
        int row = rows.length;
        int column = columns.length;
        while (row > 0 && column > 0) {
            if (rows[row - 1] == columns[column - 1]) {
                places.set(--row);
                column--;
            } else if (left.get((row - 1) * columns.length + column - 1)) {
                column--;
            } else {
                row--;
            }
        }
    }

    /** The table of lengths, of which a row at a time and the way back are kept. */
    private void fill(int[] rows, int[] columns) {
        left.clear();
        if (lengths.length <= columns.length) {
            lengths = new int[columns.length + 1];
        } else {
            Arrays.fill(lengths, 0, columns.length + 1, 0);
        }
        for (int i = 0; i < rows.length; i++) {
            int diagonal = 0;
            for (int j = 0; j < columns.length; j++) {
                int above = lengths[j + 1];
                if (rows[i] == columns[j]) {
                    lengths[j + 1] = diagonal + 1;
                } else if (lengths[j] > above) {
                    lengths[j + 1] = lengths[j];
                    left.set(i * columns.length + j);
                }
                diagonal = above;
            }
        }
    }
}
