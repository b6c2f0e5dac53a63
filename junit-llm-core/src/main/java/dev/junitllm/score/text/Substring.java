package dev.junitllm.score.text;

/** Finds one text in another by Knuth, Morris and Pratt's search: unlike the JDK's, linear in hostile texts too. */
final class Substring {

    private Substring() {}

    /** Whether a text stands somewhere in another, if need be as whole words. */
    static boolean isIn(String text, String sought, boolean wholeWords) {
        int[] borders = borders(sought);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != sought.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == sought.charAt(matched)) {
                matched++;
            }
            if (matched == sought.length()) {
                if (standsAt(i + 1 - matched, text, sought, wholeWords)) {
                    return true;
                }
                matched = borders[matched - 1];
            }
        }
        return false;
    }

    /** Whether what was found at a place splits no character there, and no word where whole ones are sought. */
    static boolean standsAt(int start, String text, String sought, boolean wholeWords) {
        int end = start + sought.length();
        return !splits(start, text, wholeWords) && !splits(end, text, wholeWords);
    }

    private static boolean splits(int index, String text, boolean words) {
        if (index == 0 || index == text.length()) {
            return false;
        }
        if (Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index))) {
            return true;
        }
        return words && isWord(text.codePointBefore(index), text.codePointAt(index));
    }

    private static boolean isWord(int before, int after) {
        return CodePoints.isWordCharacter(before)
                && CodePoints.isWordCharacter(after)
                && (CodePoints.isMark(after) || !(CodePoints.isUnspaced(before) || CodePoints.isUnspaced(after)));
    }

    /** For every start of the text, the length of the longest shorter start that is also its end. */
    private static int[] borders(String sought) {
        int[] borders = new int[sought.length()];
        int border = 0;
        for (int i = 1; i < sought.length(); i++) {
            while (border > 0 && sought.charAt(i) != sought.charAt(border)) {
                border = borders[border - 1];
            }
            if (sought.charAt(i) == sought.charAt(border)) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }
}
