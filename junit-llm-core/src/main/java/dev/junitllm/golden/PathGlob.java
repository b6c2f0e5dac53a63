package dev.junitllm.golden;

import java.util.regex.Pattern;

/**
 * A pattern of file names with slashes: {@code *} and {@code ?} stay within one folder, {@code **} crosses folders. Not
 * the JDK's glob, for which {@code golden/**}{@code /*.jsonl} misses what lies in {@code golden} itself.
 */
final class PathGlob {

    private final Pattern pattern;

    PathGlob(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 3;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(one(glob.charAt(i)));
                i++;
            }
        }
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** The folders before the first wildcard, such as {@code golden/} of {@code golden/*.jsonl}; may be empty. */
    static String fixedFolder(String glob) {
        int star = glob.indexOf('*');
        int mark = glob.indexOf('?');
        int first = star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
        return glob.substring(0, glob.lastIndexOf('/', first) + 1);
    }

    private static String one(char letter) {
        return switch (letter) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(letter));
        };
    }
}
