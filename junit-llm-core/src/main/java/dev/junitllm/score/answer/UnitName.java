package dev.junitllm.score.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit that stands beside a number.
 *
 * @param meanings what it may mean; {@link Unit#NONE} where nothing stands there, or a word that is no unit; empty where it
 *     can't be told, as in {@code km/s/Mpc}
 * @param written as it stands in the text; empty where there is none
 * @param end where it ends in the text
 */
record UnitName(List<Unit> meanings, String written, int end) {

    private static final int LONGEST = 40;

    /** What may stand between a number and its unit: blanks, a hyphen, Markdown, LaTeX. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:[ \\t\\u00a0*_`~{}-]|\\\\[,;:!]|\\\\(?=%)|\\\\(?:text|textrm|mathrm|operatorname)(?=\\{)){0,8}+(?=[\\p{L}\\p{Sc}%‰°º℃℉])");

    private static final Pattern PIECE = Pattern.compile(
            "(?:[%‰]|\\p{L}{0,2}\\p{Sc}|[\\p{L}°º℃℉]++)(?:\\^?[23](?!\\d)|[²³])?+\\.?+[ \\u00a0-]{0,2}+");
    private static final Pattern PER = Pattern.compile("[ \\u00a0]{0,2}+(?:/|per\\b)[ \\u00a0]{0,2}+(?=\\p{L})");

    /** What may not follow a unit: the rest of a longer one. */
    private static final Pattern GOES_ON = Pattern.compile("[\\p{L}\\p{N}^·⋅×]|/\\p{L}|[ \\u00a0]{1,2}+per\\b");

    private static final Pattern ORDINAL = Pattern.compile("(?:st|nd|rd|th)(?!\\p{L})");
    private static final Pattern WORD = Pattern.compile("\\S{1,40}+");
    private static final Pattern NEXT_WORD = Pattern.compile("[\\s\\u00a0]++\\p{L}{2}");
    private static final Pattern BEFORE = Pattern.compile("(?<!\\p{L})(?:\\p{L}{0,2}\\p{Sc}|[A-Z]{3})[ \\u00a0]?\\z");
    private static final Pattern END_OF_FORMULA = Pattern.compile("\\}?+\\s?+\\$");

    /** The unit around a number: the currency before it, what stands behind, or both where they agree. */
    static UnitName around(String text, int start, int end) {
        UnitName before = before(text, start);
        if (before.written.equals("$") && text.startsWith("$", end)) { // a formula: $5$ km
            return after(text, end + 1);
        }
        Matcher per = PER.matcher(text).region(end, text.length());
        UnitName after = after(text, end);
        if (per.lookingAt() && !after.isUnit()) {
            return before.per(text, longest(text, per.end()));
        }
        if (before.isAbsent()) {
            return after;
        }
        if (after.meanings.contains(Unit.NONE)) {
            return before;
        }
        List<Unit> common = after.meanings.stream()
                .filter(unit -> before.meanings.stream().anyMatch(unit::measuresWhat))
                .toList();
        boolean formula =
                END_OF_FORMULA.matcher(text).region(after.end, text.length()).lookingAt(); // $5 \text{ km}$
        return before.written.equals("$") && formula ? after : new UnitName(common, after.written, after.end);
    }

    /** Whether nothing stands there. */
    boolean isAbsent() {
        return written.isEmpty();
    }

    /** Whether a unit stands there that is known. */
    boolean isUnit() {
        return !meanings.isEmpty() && !meanings.contains(Unit.NONE);
    }

    /** One name, or two with <i>per</i> or a slash in between. */
    private static UnitName after(String text, int start) {
        Matcher beginning = BEGINNING.matcher(text).region(start, text.length());
        if (!beginning.lookingAt()) {
            return none(start);
        }
        UnitName unit = longest(text, beginning.end());
        if (unit.meanings.isEmpty()) {
            return word(text, start, beginning.end());
        }
        Matcher per = PER.matcher(text).region(unit.end, text.length());
        if (per.lookingAt()) {
            unit = unit.per(text, longest(text, per.end()));
        }
        boolean goesOn = unit.meanings.isEmpty()
                || GOES_ON.matcher(text).region(unit.end, text.length()).lookingAt();
        return goesOn ? broken(text, beginning.end()) : unit;
    }

    /** The currency before a number, such as {@code US$} or {@code EUR}. */
    private static UnitName before(String text, int start) {
        Matcher before =
                BEFORE.matcher(text).region(Math.max(0, start - 5), start).useTransparentBounds(true);
        if (!before.find()) {
            return none(start);
        }
        String written = text.substring(before.start(), start).strip();
        List<Unit> meanings = UnitTable.named(written);
        return meanings.isEmpty() ? none(start) : new UnitName(meanings, written, start);
    }

    /** The longest run of words from a place on that is a name. */
    private static UnitName longest(String text, int start) {
        UnitName longest = new UnitName(List.of(), "", start);
        Matcher piece = PIECE.matcher(text).region(start, Math.min(text.length(), start + LONGEST));
        while (piece.lookingAt()) {
            String name = stripped(text.substring(start, piece.end()));
            int end = start + name.length();
            List<Unit> meanings = isPreposition(name, text, end) ? List.of() : UnitTable.named(name);
            if (!meanings.isEmpty()) {
                longest = new UnitName(meanings, name, end);
            }
            piece.region(piece.end(), piece.regionEnd());
        }
        return longest;
    }

    private static String stripped(String name) {
        int end = name.length();
        while (end > 0 && " \u00a0-.".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }

    /** <i>5 in</i> are inches, <i>5 in total</i> are none. */
    private static boolean isPreposition(String name, String text, int end) {
        return name.equalsIgnoreCase("in")
                && NEXT_WORD.matcher(text).region(end, text.length()).lookingAt();
    }

    private UnitName per(String text, UnitName other) {
        List<Unit> quotients = meanings.stream()
                .flatMap(unit -> other.meanings.stream().map(unit::per))
                .toList();
        return new UnitName(quotients, text.substring(end - written.length(), Math.max(end, other.end)), other.end);
    }

    private static UnitName none(int place) {
        return new UnitName(List.of(Unit.NONE), "", place);
    }

    /** A word that is no unit. Written on to the number it is taken for one that isn't known, as in {@code 5k}. */
    private static UnitName word(String text, int number, int start) {
        boolean attached = start == number
                && !ORDINAL.matcher(text).region(start, text.length()).lookingAt();
        return new UnitName(attached ? List.of() : List.of(Unit.NONE), written(text, start), start);
    }

    /** A word that begins like a unit. What it holds is no number. */
    private static UnitName broken(String text, int start) {
        String written = written(text, start);
        return new UnitName(List.of(), written, start + written.length());
    }

    private static String written(String text, int start) {
        Matcher word = WORD.matcher(text).region(start, text.length());
        return word.lookingAt() ? word.group() : "";
    }
}
