package dev.junitllm.golden;

import dev.junitllm.Printable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words of the user's or a file's, quoted for messages. */
final class Quoted {

    private static final int LONGEST = 80;
    private static final int MOST = 10;

    private Quoted() {}

    static String word(String word) {
        return "'" + Printable.line(word, LONGEST) + "'";
    }

    /** Such as {@code 'a', 'b' or 'c'}. */
    static String oneOf(List<String> words) {
        if (words.size() == 1) {
            return word(words.get(0));
        }
        int last = words.size() - 1;
        return list(words.subList(0, last)) + " or " + word(words.get(last));
    }

    /** Such as {@code 'a', 'b', 'c' and 12 more}. */
    static String list(Collection<String> words) {
        String shown = words.stream().limit(MOST).map(Quoted::word).collect(Collectors.joining(", "));
        return words.size() > MOST ? shown + " and " + (words.size() - MOST) + " more" : shown;
    }
}
