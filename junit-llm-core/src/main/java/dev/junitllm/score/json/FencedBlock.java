package dev.junitllm.score.json;

/**
 * Takes off a Markdown code fence (CommonMark 0.31, section 4.5) that stands around a whole output: three or more backticks
 * and perhaps a language, the content, and a line of at least as many backticks. Nothing but white space may stand around it.
 */
public final class FencedBlock {

    private static final char FENCE = '`';

    private static final int SHORTEST = 3;

    private FencedBlock() {}

    /**
     * Takes the fence off.
     *
     * @param text any text
     * @return the content of the one block that the text is, or the text itself where it is none
     */
    public static String contentOf(String text) {
        String block = text.strip();
        int opening = fence(block);
        int firstLine = block.indexOf('\n');
        int lastLine = block.lastIndexOf('\n');
        if (opening < SHORTEST
                || lastLine < 0
                || block.substring(opening, firstLine).indexOf(FENCE) >= 0
                || !closes(block.substring(lastLine + 1).strip(), opening)) {
            return text;
        }
        String content = block.substring(firstLine, lastLine);
        return content.lines().anyMatch(line -> closes(line.strip(), opening)) ? text : content;
    }

    private static boolean closes(String line, int opening) {
        return line.length() >= opening && fence(line) == line.length();
    }

    private static int fence(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) == FENCE) {
            end++;
        }
        return end;
    }
}
