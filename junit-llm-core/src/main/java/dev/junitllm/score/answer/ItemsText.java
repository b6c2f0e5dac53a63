package dev.junitllm.score.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the items that a text lists. */
final class ItemsText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // 2.50 stays as it is written
            .build();

    private static final Pattern BULLET =
            Pattern.compile("\\s*+(?:[-*+\\u2022\\u2013]|\\d{1,4}[.)])\\s++(?:\\[[ xX]\\]\\s++)?+(.*+)");

    /** A comma within a number such as 1,000 separates nothing. */
    private static final Pattern COMMA = Pattern.compile(",(?!(?<=\\d,)\\d{3}(?!\\d))");

    private static final Pattern AND = Pattern.compile("(?i:and|or|&)\\s++(.*+)", Pattern.DOTALL);
    private static final Pattern QUOTES = Pattern.compile("[\"'`*_\\u201c\\u201d\\u2018\\u2019]{1,3}+");

    private ItemsText() {}

    /** The ways to read the items: one, or two where an <i>and</i> may stand between the last two or within one. */
    static List<List<String>> readings(String text) {
        Optional<List<String>> array = array(text);
        if (array.isPresent()) {
            return List.of(array.get());
        }
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("```"))
                .toList();
        List<String> bullets = lines.stream()
                .map(BULLET::matcher)
                .filter(Matcher::matches)
                .map(bullet -> bullet.group(1))
                .toList();
        if (!bullets.isEmpty()) {
            return List.of(clean(bullets));
        }
        List<String> content = lines.stream()
                .filter(line -> lines.size() == 1 || !line.stripTrailing().endsWith(":"))
                .toList();
        return content.size() == 1 ? inOneLine(content.get(0)) : List.of(clean(content));
    }

    /** A JSON array that is all there is, or stands behind a colon or in a code block. */
    private static Optional<List<String>> array(String text) {
        int begin = text.indexOf('[');
        int end = text.lastIndexOf(']');
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        String before = text.substring(0, begin).stripTrailing();
        String after = text.substring(end + 1).strip();
        boolean introduced =
                before.isEmpty() || before.endsWith(":") || before.endsWith("```json") || before.endsWith("```");
        if (!introduced || !(after.isEmpty() || after.startsWith("```") || after.equals("."))) {
            return Optional.empty();
        }
        try {
            List<String> items = new ArrayList<>();
            for (JsonNode item : JSON.readTree(text.substring(begin, end + 1))) {
                items.add(item.isTextual() ? item.textValue() : item.toString());
            }
            return Optional.of(items);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // such as [1] and [2]
        }
    }

    private static List<List<String>> inOneLine(String line) {
        int colon = line.indexOf(": ");
        String list = colon < 0 ? line : line.substring(colon + 2);
        List<String> parts = list.indexOf(';') >= 0 ? List.of(list.split(";", -1)) : List.of(COMMA.split(list, -1));
        List<String> items = clean(parts);
        if (items.isEmpty()) {
            return List.of(items);
        }
        List<String> front = items.subList(0, items.size() - 1);
        String last = items.get(items.size() - 1);
        Matcher and = AND.matcher(last);
        if (!front.isEmpty() && and.matches()) {
            return List.of(
                    clean(Stream.concat(front.stream(), Stream.of(and.group(1))).toList()));
        }
        int within = Math.max(last.lastIndexOf(" and "), last.lastIndexOf(" & "));
        if (within < 0) {
            return List.of(items);
        }
        String tail = last.substring(last.indexOf(' ', within + 1) + 1);
        return List.of(
                items,
                clean(Stream.concat(front.stream(), Stream.of(last.substring(0, within), tail))
                        .toList()));
    }

    private static List<String> clean(List<String> items) {
        return items.stream()
                .map(ItemsText::clean)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Without what separates items or sets them off. */
    private static String clean(String item) {
        String bare = item.strip();
        while (!bare.isEmpty() && ".,;".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1).stripTrailing();
        }
        Matcher quote = QUOTES.matcher(bare);
        if (quote.lookingAt() && bare.length() >= 2 * quote.end()) {
            String inner = bare.substring(quote.end(), bare.length() - quote.end());
            boolean closed =
                    QUOTES.matcher(bare.substring(bare.length() - quote.end())).matches();
            return closed ? inner.strip() : bare;
        }
        return bare;
    }
}
