package dev.junitllm.trace.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in one pass over a text which rules may apply to it: most texts hold none of the words that secrets have.
 * A table says of the last three characters, whatever their case, whether a word begins with the like. Immutable.
 */
final class WordSearch {

    private static final int PREFIX = 3;
    private static final int SLOTS = 1 << 13;
    private static final int PIECE = 1 << 12;
    private static final int BITS_PER_CHARACTER = 5;
    private static final int LOWER_CASE = 0x20;

    private final List<RedactionRule> rules;
    private final short[] slots = new short[SLOTS];
    private final Sought[][] beginnings;
    private final List<Sought> shortWords = new ArrayList<>();
    private final int[] leastDigits;
    private final boolean[] always;
    private final boolean anyAlways;
    private final int fewestDigits;
    private final boolean ascii;

    private record Sought(Word word, int rule) {}

    WordSearch(List<RedactionRule> all) {
        this.rules = List.copyOf(all);
        this.leastDigits = new int[all.size()];
        this.always = new boolean[all.size()];
        Map<Integer, List<Sought>> bySlot = new HashMap<>();
        for (int i = 0; i < leastDigits.length; i++) {
            RedactionRule rule = all.get(i);
            leastDigits[i] = rule.leastDigits();
            always[i] = rule.words().isEmpty() && rule.leastDigits() == 0;
            for (Word word : rule.words()) {
                if (word.word().length() < PREFIX) {
                    shortWords.add(new Sought(word, i));
                } else {
                    bySlot.computeIfAbsent(slot(word.word()), slot -> new ArrayList<>())
                            .add(new Sought(word, i));
                }
            }
        }
        this.ascii = all.stream()
                .flatMap(rule -> rule.words().stream())
                .allMatch(word -> word.word().chars().allMatch(unit -> unit < 0x80));
        this.anyAlways = hasTrue(always);
        this.fewestDigits =
                Arrays.stream(leastDigits).filter(least -> least > 0).min().orElse(Integer.MAX_VALUE);
        this.beginnings = new Sought[bySlot.size() + 1][];
        short next = 1;
        for (Map.Entry<Integer, List<Sought>> words : bySlot.entrySet()) {
            slots[words.getKey()] = next;
            beginnings[next++] = words.getValue().toArray(Sought[]::new);
        }
    }

    private static boolean hasTrue(boolean[] all) {
        for (boolean one : all) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing but ASCII in what is looked for. */
    boolean areAscii() {
        return ascii;
    }

    private static int slot(String word) {
        int hash = 0;
        for (int i = 0; i < PREFIX; i++) {
            hash = ((hash << BITS_PER_CHARACTER) ^ (word.charAt(i) | LOWER_CASE)) & (SLOTS - 1);
        }
        return hash;
    }

    /**
     * Which rules may find something, by their places; {@code null} where none does. What is older than three characters is
     * shifted out.
     */
    boolean @Nullable [] search(String text) {
        boolean[] found = null;
        int hash = 0;
        int lastDigit = -PREFIX;
        int digits = 0;
        int most = 0;
        int length = text.length();
        char[] piece =
                new char[Math.min(length, PIECE)]; // a JVM that has just begun reads an array much faster than a text
        for (int from = 0; from < length; from += PIECE) {
            int size = Math.min(PIECE, length - from);
            text.getChars(from, from + size, piece, 0);
            for (int i = 0; i < size; i++) {
                char next = piece[i];
                hash = ((hash << BITS_PER_CHARACTER) ^ (next | LOWER_CASE)) & (SLOTS - 1);
                if (next <= '9' && next >= '0') {
                    digits = continues(text, lastDigit, from + i) ? digits + 1 : 1;
                    most = Math.max(most, digits);
                    lastDigit = from + i;
                }
                int slot = slots[hash];
                if (slot != 0) {
                    found = look(text, from + i + 1 - PREFIX, beginnings[slot], found);
                }
            }
        }
        return others(text, most, found);
    }

    /** Whether there is nothing but a single blank or hyphen between two digits, as numbers are written. */
    private static boolean continues(String text, int digit, int next) {
        return next == digit + 1
                || (next == digit + 2 && (text.charAt(next - 1) == ' ' || text.charAt(next - 1) == '-'));
    }

    private boolean @Nullable [] look(String text, int at, Sought[] words, boolean @Nullable [] before) {
        boolean[] found = before;
        for (Sought sought : words) {
            if ((found == null || !found[sought.rule()]) && sought.word().isAt(text, at)) {
                found = found == null ? new boolean[leastDigits.length] : found;
                found[sought.rule()] = true;
            }
        }
        return found;
    }

    private boolean @Nullable [] others(String text, int digitsInOnePiece, boolean @Nullable [] before) {
        boolean[] found = before;
        for (Sought sought : shortWords) {
            if (text.contains(sought.word().word())) {
                found = found == null ? new boolean[leastDigits.length] : found;
                found[sought.rule()] = true;
            }
        }
        if (digitsInOnePiece < fewestDigits && !anyAlways) {
            return found;
        }
        for (int i = 0; i < leastDigits.length; i++) {
            if (always[i]
                    || (leastDigits[i] > 0
                            && digitsInOnePiece >= leastDigits[i]
                            && rules.get(i).hasStart(text))) {
                found = found == null ? new boolean[leastDigits.length] : found;
                found[i] = true;
            }
        }
        return found;
    }
}
