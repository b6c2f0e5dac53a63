package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.junitllm.Printable;
import org.jspecify.annotations.Nullable;

/** The words for what can be wrong with JSON, and with YAML read as JSON. */
final class JsonFaults {

    private static final int SHOWN = 200;

    private JsonFaults() {}

    static Fault syntax(String language, JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return tooLarge(e);
        }
        if (e instanceof JsonEOFException || firstSentence(e).startsWith("Unexpected end-of-input")) {
            return endsTooEarly(language);
        }
        String column =
                e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return new Fault(
                "malformed %s%s: %s".formatted(language, column, Printable.line(withoutJackson(e), SHOWN)),
                "correct it there or just before");
    }

    static Fault endsTooEarly(String language) {
        return new Fault(
                "malformed " + language + ": it ends too early", "close what is open: quotes, brackets and braces");
    }

    static Fault duplicateField(String name) {
        return new Fault("the field " + Quoted.word(name) + " stands there twice", "keep one of them");
    }

    static Fault tooDeep() {
        return new Fault(
                "it nests deeper than " + ReadingLimits.MAX_NESTING + " levels",
                "put deep data into a text, or flatten it");
    }

    static Fault notFinite(String number) {
        return new Fault(
                "it holds the number " + Printable.line(number), "JSON has no such number: write it as a text");
    }

    static Fault badNumber(String number) {
        return new Fault("the number " + Printable.line(number, 40) + " can't be kept exactly", "write it as a text");
    }

    static Fault severalValues() {
        return new Fault("there is more behind the case", "put each case on a line of its own");
    }

    static Fault notAnArray(@Nullable JsonToken first) {
        return first == JsonToken.START_OBJECT
                ? new Fault(
                        "the file begins with an object, not with an array of cases",
                        "put [ ] around it, or name the file .jsonl if it holds one case a line")
                : new Fault("the file doesn't begin with an array of cases", "begin it with [");
    }

    static Fault trailing() {
        return new Fault("there is more behind the array of cases", "put every case into the one array");
    }

    private static Fault tooLarge(JsonProcessingException e) {
        return new Fault(
                "a number, name or text is too long: " + Printable.line(firstSentence(e), SHOWN),
                "shorten it, or write a long number as a text");
    }

    /** Jackson's own words, without its advice to configure Jackson and without its view of the source. */
    private static String withoutJackson(JsonProcessingException e) {
        String message = firstSentence(e);
        for (String advice : new String[] {": enable", " (start marker", " at [Source", " (not recognized"}) {
            int begin = message.indexOf(advice);
            message = begin < 0 ? message : message.substring(0, begin);
        }
        return message;
    }

    private static String firstSentence(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
