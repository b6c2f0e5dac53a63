package dev.junitllm.score;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a pattern may be made to repeat what reads no character, as in {@code ((){20000}){20000}}, which counting reads
 * doesn't notice. An upper bound from the pattern's text: braces that are escaped or in a class count too.
 */
final class CountedRepeats {

    private static final Pattern COUNT = Pattern.compile("(\\)?)\\{(\\d++)");
    private static final Pattern SPACE_AND_COMMENTS = Pattern.compile("\\s++|#[^\\r\\n]*+[\\r\\n]");

    private CountedRepeats() {}

    static long most(String regex) {
        // with (?x) white space and comments may stand inside of the braces
        String text = SPACE_AND_COMMENTS.matcher(regex).replaceAll("");
        double ofGroups = 1;
        double ofOthers = 1;
        Matcher matcher = COUNT.matcher(text);
        while (matcher.find()) {
            double count = Math.max(1, Double.parseDouble(matcher.group(2)));
            if (matcher.group(1).isEmpty()) {
                ofOthers = Math.max(ofOthers, count);
            } else {
                ofGroups *= count;
            }
        }
        return (long) (ofGroups * ofOthers);
    }
}
