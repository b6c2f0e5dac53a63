package dev.junitllm.score.answer;

import dev.junitllm.Printable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a text ends up with.
 *
 * @param value the number
 * @param marked whether it stands after {@code ####}, rather than being the last one
 */
record FinalNumber(BigDecimal value, boolean marked) {

    /** Larger exponents and longer numerals are no answers, but work for hours to do arithmetic with. */
    private static final int MOST_DIGITS = 1_000;

    /**
     * Every part is possessive or bounded, so that reading is linear in the text. A minus after a letter, digit or closing
     * bracket is an operator or a hyphen, not a sign.
     */
    private static final String NUMERAL = "(?<numeral>(?:(?<![\\p{L}\\p{N}_)\\]%\\u2212-])[-\\u2212])?+\\p{Sc}?+"
            + "(?:\\d{1,3}+(?:,\\d{2}(?=,)){0,4}+(?:,\\d{3}(?!\\d))++(?:\\.\\d++)?+"
            + "|\\d++(?:\\.\\d++)?+"
            + "|(?<![\\p{L}\\d.)])\\.\\d++)"
            + "(?:[eE][+-]?+\\d++(?!\\p{L}))?+)";

    /** Any number. */
    static final Pattern ANY = Pattern.compile(NUMERAL);

    private static final Pattern MARKED = Pattern.compile("####\\s*+" + NUMERAL);
    private static final Pattern UNREAD = Pattern.compile("[,\\p{Sc}]");

    /** Finds the last number marked by {@code ####}, else the last one. */
    static Optional<FinalNumber> in(String text) {
        return last(MARKED.matcher(text))
                .map(value -> new FinalNumber(value, true))
                .or(() -> last(ANY.matcher(text)).map(value -> new FinalNumber(value, false)));
    }

    /** As messages show it. */
    static String show(BigDecimal value) {
        return Printable.line(value.toString(), 40);
    }

    private static Optional<BigDecimal> last(Matcher matcher) {
        Optional<BigDecimal> last = Optional.empty();
        while (matcher.find()) {
            Optional<BigDecimal> earlier = last;
            last = value(matcher.group("numeral")).or(() -> earlier);
        }
        return last;
    }

    /** Groups inside of a numeral would be of no use: a failed attempt at one place leaves its groups to the next. */
    static Optional<BigDecimal> value(String numeral) {
        boolean negative = numeral.startsWith("-") || numeral.startsWith("\u2212");
        String[] parts = UNREAD.matcher(negative ? numeral.substring(1) : numeral)
                .replaceAll("")
                .split("[eE]", 2);
        if (parts[0].length() > MOST_DIGITS || (parts.length > 1 && !isSmall(parts[1]))) {
            return Optional.empty();
        }
        BigDecimal size = new BigDecimal(String.join("e", parts));
        return Optional.of(negative ? size.negate() : size);
    }

    private static boolean isSmall(String exponent) {
        return exponent.length() <= 5 && Math.abs(Integer.parseInt(exponent)) <= MOST_DIGITS;
    }
}
