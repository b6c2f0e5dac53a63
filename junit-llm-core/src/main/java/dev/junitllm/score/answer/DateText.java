package dev.junitllm.score.answer;

import dev.junitllm.Printable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last date, or time of day, of a text.
 *
 * @param time what it says, or {@code null} where it can't be told
 * @param problem why it can't be told, else empty
 */
record DateText(@Nullable StatedTime time, String problem) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH =
            "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String ORDINAL = "(?i:st|nd|rd|th)?+";
    private static final String DATE = "(?<![\\d\\p{L}]|\\d[-/.:])(?:"
            + "(?<y1>\\d{4})(?<s1>[-/.])(?<m1>\\d{1,2})\\k<s1>(?<d1>\\d{1,2})(?!\\d)"
            + "|(?<a2>\\d{1,2})(?<s2>[-/.])(?<b2>\\d{1,2})\\k<s2>(?<y2>\\d{4}|\\d{2})(?!\\d)"
            + "|(?<d3>\\d{1,2})" + ORDINAL + "\\.?[\\s-]{1,2}+(?:(?i:of)\\s)?+(?<m3>" + MONTH
            + ")\\.?,?[\\s-]{1,2}+(?<y3>\\d{4})(?!\\d)"
            + "|(?<m4>" + MONTH + ")\\.?\\s{1,2}+(?<d4>\\d{1,2})" + ORDINAL + ",?\\s{1,2}+(?<y4>\\d{4})(?!\\d))";

    private static final String ZONE =
            "(?:\\s?(?<zone#>Z\\b|(?:UTC|GMT)?[+\\u2212-]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?:UTC|GMT)\\b))?"
                    + "(?:\\[(?<region#>[A-Za-z_/+-]{3,40})\\])?(?:\\s(?<letters#>[A-Z]{2,4}T)\\b)?";
    private static final String TIME =
            "(?<![\\d:])(?:(?<h#>\\d{1,2}):(?<i#>\\d{2})(?::(?<s#>\\d{2})(?:[.,](?<f#>\\d{1,9}))?)?(?![\\d:])"
                    + "(?:\\s?(?<p#>[aApP]\\.?[mM]\\b\\.?))?|(?<g#>\\d{1,2})\\s?(?<q#>[aApP]\\.?[mM]\\b\\.?))" + ZONE;

    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(?:" + TIME.replace("#", "9") + ",?\\s{1,2}+(?:(?i:on)\\s)?+"
                    + "(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day),?\\s)?+)?"
                    + DATE + "(?:(?:[Tt]|,?\\s{1,2}(?:(?i:at)\\s)?)" + TIME.replace("#", "8") + ")?");
    private static final Pattern TIME_OF_DAY = Pattern.compile(TIME.replace("#", "8"));

    /** Reads the last date, with the time that stands beside it. */
    static Optional<DateText> lastDate(String text, DateOrder order) {
        return last(DATE_AND_TIME, text)
                .map(found -> read(() -> {
                    LocalDate date = date(found, order);
                    return found.group("h8") != null || found.group("g8") != null
                            ? new StatedTime(date, time(found, "8"), zone(found, "8"))
                            : found.group("h9") != null || found.group("g9") != null
                                    ? new StatedTime(date, time(found, "9"), zone(found, "9"))
                                    : new StatedTime(date, null, null);
                }));
    }

    /** Reads the last time of day, beside a date or not. */
    static Optional<DateText> lastTime(String text) {
        return last(TIME_OF_DAY, text).map(found -> read(() -> new StatedTime(null, time(found, "8"), null)));
    }

    /** Matchers know their named groups, unlike their results; so the last match is looked for once more. */
    private static Optional<Matcher> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last >= 0 && matcher.find(last) ? Optional.of(matcher) : Optional.empty();
    }

    private static DateText read(Supplier<StatedTime> reading) {
        try {
            return new DateText(reading.get(), "");
        } catch (DateTimeException e) {
            return new DateText(null, Printable.line(String.valueOf(e.getMessage()), 160));
        }
    }

    private static LocalDate date(Matcher found, DateOrder order) {
        if (found.group("y1") != null) {
            return LocalDate.of(number(found, "y1"), number(found, "m1"), number(found, "d1"));
        }
        if (found.group("y3") != null) {
            return LocalDate.of(number(found, "y3"), month(found.group("m3")), number(found, "d3"));
        }
        if (found.group("y4") != null) {
            return LocalDate.of(number(found, "y4"), month(found.group("m4")), number(found, "d4"));
        }
        int one = number(found, "a2");
        int two = number(found, "b2");
        String written = "%s%s%s%s%s".formatted(one, found.group("s2"), two, found.group("s2"), found.group("y2"));
        if (found.group("y2").length() == 2) {
            throw new DateTimeException("'%s' has a year of two digits".formatted(written));
        }
        boolean either =
                one <= 12 && two <= 12 && one != two && !found.group("s2").equals(".");
        if (either && order == DateOrder.UNKNOWN) {
            throw new DateTimeException("'%s' may begin with the day or the month".formatted(written));
        }
        boolean monthFirst = two > 12 || (either && order == DateOrder.MONTH_FIRST);
        return LocalDate.of(number(found, "y2"), monthFirst ? one : two, monthFirst ? two : one);
    }

    private static LocalTime time(Matcher found, String which) {
        if (found.group("g" + which) != null) {
            return LocalTime.of(ofHalfDay(number(found, "g" + which), found.group("q" + which)), 0);
        }
        int hour = number(found, "h" + which);
        String half = found.group("p" + which);
        String seconds = found.group("s" + which);
        String fraction = found.group("f" + which);
        return LocalTime.of(
                half == null ? hour : ofHalfDay(hour, half),
                number(found, "i" + which),
                seconds == null ? 0 : Integer.parseInt(seconds),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
    }

    private static int ofHalfDay(int hour, String half) {
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("there is no %s %s".formatted(hour, half));
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }

    private static @Nullable ZoneId zone(Matcher found, String which) {
        String letters = found.group("letters" + which);
        if (letters != null) {
            throw new DateTimeException("time zone '%s' may be several; write UTC or an offset".formatted(letters));
        }
        String zone = found.group("zone" + which);
        if (zone != null) {
            return offset(zone.replace("UTC", "").replace("GMT", "").replace('\u2212', '-'));
        }
        String region = found.group("region" + which);
        return region == null ? null : ZoneId.of(region);
    }

    private static ZoneOffset offset(String written) {
        if (written.isEmpty() || written.equals("Z")) {
            return ZoneOffset.UTC;
        }
        String digits = written.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        int sign = written.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
