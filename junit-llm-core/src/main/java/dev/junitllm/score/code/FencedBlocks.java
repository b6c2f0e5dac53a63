package dev.junitllm.score.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced code blocks of a Markdown text, as CommonMark 0.31 has them: at least three backticks or tildes, indented by at
 * most three spaces, up to a fence of the same kind that is at least as long, or to the end of the text.
 */
final class FencedBlocks {

    private static final Pattern OPENING = Pattern.compile("( {0,3})(`{3,}+(?=[^`]*+$)|~{3,}+)(.*+)");
    private static final Pattern CLOSING = Pattern.compile(" {0,3}(`{3,}+|~{3,}+)[ \\t]*+");

    private FencedBlocks() {}

    /**
     * One block.
     *
     * @param language the first word behind the opening fence, in lower case; may be empty
     * @param content the lines between the fences, each ended by a line feed
     */
    record Block(String language, String content) {}

    static List<Block> in(String text) {
        List<Block> blocks = new ArrayList<>();
        String fence = "";
        int indent = 0;
        String language = "";
        StringBuilder content = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (fence.isEmpty()) {
                Matcher opening = OPENING.matcher(line);
                if (opening.matches()) {
                    indent = opening.group(1).length();
                    fence = opening.group(2);
                    language = firstWord(opening.group(3));
                    content.setLength(0);
                }
            } else if (closes(line, fence)) {
                blocks.add(new Block(language, content.toString()));
                fence = "";
            } else {
                content.append(outdented(line, indent)).append('\n');
            }
        }
        if (!fence.isEmpty()) {
            blocks.add(new Block(language, content.toString()));
        }
        return blocks;
    }

    private static boolean closes(String line, String fence) {
        Matcher closing = CLOSING.matcher(line);
        return closing.matches() && closing.group(1).startsWith(fence);
    }

    private static String outdented(String line, int indent) {
        int from = 0;
        while (from < indent && from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        return line.substring(from);
    }

    private static String firstWord(String info) {
        String[] words = info.strip().split("[\\s{,]+", 2);
        return words[0].toLowerCase(Locale.ROOT);
    }
}
