package dev.junitllm.score.answer;

import dev.junitllm.Printable;
import dev.junitllm.score.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit.
 *
 * @param number in that unit
 * @param unit the unit, as it is written
 * @param marked whether it stands after {@code ####}, rather than being the last one
 */
record Quantity(BigDecimal number, UnitName unit, boolean marked) {

    private static final Pattern SCALE =
            Pattern.compile("[\\s\\u00a0-]{0,2}+(?<scale>thousand|million|billion|trillion)\\b");
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "thousand", new BigDecimal("1000"),
            "million", new BigDecimal("1000000"),
            "billion", new BigDecimal("1000000000"),
            "trillion", new BigDecimal("1000000000000"));

    /** What may stand between the parts of {@code 1 h 30 min}. */
    private static final Pattern PARTS = Pattern.compile("\\.?(?:,?\\s{0,2}+and)?,?\\s{0,2}+");

    /** The last quantity after {@code ####}, else the last one. */
    static Optional<Quantity> last(String text) {
        Quantity last = null;
        Matcher numeral = FinalNumber.ANY.matcher(text);
        int from = 0;
        while (numeral.find(from)) {
            Optional<BigDecimal> value = FinalNumber.value(numeral.group());
            from = numeral.end();
            if (value.isPresent()) {
                Quantity next = read(text, numeral, value.get());
                from = Math.max(from, next.unit.end());
                last = last == null ? next : last.followedBy(next, text, numeral.start());
            }
        }
        return Optional.ofNullable(last);
    }

    /** Whether this is the other, give or take a tolerance in the other's unit. */
    boolean isNear(Quantity other, Tolerance tolerance) {
        BigDecimal distance = tolerance.around(other.number);
        return meanings().stream()
                .anyMatch(unit -> other.meanings().stream()
                        .filter(unit::measuresWhat)
                        .anyMatch(as -> unit.isWithin(number, distance, other.number, as)));
    }

    /** As a number of the other's unit, where both measure the same. */
    OptionalDouble as(Quantity other) {
        return meanings().stream()
                .flatMap(unit ->
                        other.meanings().stream().filter(unit::measuresWhat).map(as -> unit.show(number, as)))
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .findFirst();
    }

    /** As messages show it. */
    String show() {
        return FinalNumber.show(number) + (unit.isAbsent() ? "" : " " + Printable.line(unit.written()));
    }

    private List<Unit> meanings() {
        return unit.meanings();
    }

    private static Quantity read(String text, Matcher numeral, BigDecimal value) {
        String written = numeral.group();
        int sign = written.startsWith("-") || written.startsWith("\u2212") ? 1 : 0;
        boolean symbol = Character.getType(written.charAt(sign)) == Character.CURRENCY_SYMBOL;
        int start = symbol ? numeral.start() + sign + 1 : numeral.start();
        Matcher scale = SCALE.matcher(text).region(numeral.end(), text.length());
        boolean scaled = scale.lookingAt();
        BigDecimal number = scaled ? value.multiply(SCALES.getOrDefault(scale.group("scale"), BigDecimal.ONE)) : value;
        UnitName unit = UnitName.around(text, start, scaled ? scale.end() : numeral.end());
        return new Quantity(number, unit, isMarked(text, numeral.start()));
    }

    private static boolean isMarked(String text, int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.startsWith("####", end - 4);
    }

    /** What counts once another quantity is found behind this one. */
    private Quantity followedBy(Quantity next, String text, int nextStart) {
        Optional<Quantity> sum = PARTS.matcher(text)
                        .region(unit.end(), Math.max(unit.end(), nextStart))
                        .matches()
                ? plus(next)
                : Optional.empty();
        return sum.orElse(marked && !next.marked ? this : next);
    }

    /** {@code 1 h 30 min} in minutes, where the second part is less than one of the first part's unit. */
    private Optional<Quantity> plus(Quantity part) {
        for (Unit large : meanings()) {
            for (Unit small : part.meanings()) {
                if (unit.isUnit() && large.measuresWhat(small) && large.holds(part.number, small)) {
                    BigDecimal sum = number.multiply(large.in(small)).add(part.number);
                    return Optional.of(new Quantity(sum, part.unit, marked));
                }
            }
        }
        return Optional.empty();
    }
}
