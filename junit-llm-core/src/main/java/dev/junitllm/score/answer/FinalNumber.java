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
    private static final String NUMERAL = "(?<sign>(?<![\\p{L}\\p{N}_)\\]%\\u2212-])[-\\u2212])?+\\p{Sc}?+"
            + "(?<digits>(?:\\d{1,3}(?:,\\d{2}(?=,)){0,8}+(?:,\\d{3}(?!\\d))++|\\d++)(?:\\.\\d++)?+"
            + "|(?<![\\p{L}\\d.)])\\.\\d++)"
            + "(?:[eE](?<exponent>[+-]?+\\d++)(?!\\p{L}))?+";

    private static final Pattern MARKED = Pattern.compile("####\\s*+" + NUMERAL);
    private static final Pattern ANY = Pattern.compile(NUMERAL);

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
            last = value(matcher).or(() -> earlier);
        }
        return last;
    }

    private static Optional<BigDecimal> value(Matcher matcher) {
        String digits = matcher.group("digits").replace(",", "");
        String exponent = matcher.group("exponent");
        if (digits.length() > MOST_DIGITS || (exponent != null && !isSmall(exponent))) {
            return Optional.empty();
        }
        BigDecimal size = new BigDecimal(exponent == null ? digits : digits + "e" + exponent);
        return Optional.of(matcher.group("sign") == null ? size : size.negate());
    }

    private static boolean isSmall(String exponent) {
        return exponent.length() <= 5 && Math.abs(Integer.parseInt(exponent)) <= MOST_DIGITS;
    }
}
