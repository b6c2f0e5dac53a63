package dev.junitllm.trace.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Changes texts and numbers in JSON and leaves everything else as it stands, character by character: white space, the order of
 * fields, how numbers are written. For one text, once.
 */
final class JsonLiterals {

    /** What becomes of what stands in JSON. The same object means: nothing. */
    interface Change {

        /** A text, under the name of the nearest field around it; empty where there is none. */
        String text(String name, String text);

        /** The name of a field. */
        String name(String name);

        /** A number; what is returned instead stands there as text. */
        String number(String name, String number);
    }

    private static final int DEEPEST = 500;

    private final String json;
    private final int end;
    private final Change change;
    private final StringBuilder changed = new StringBuilder();
    private final Deque<String> names = new ArrayDeque<>();
    private final Deque<Boolean> objects = new ArrayDeque<>();
    private int at;
    private int copied;
    private boolean isChanged;

    private JsonLiterals(String json, int from, int end, Change change) {
        this.json = json;
        this.at = from;
        this.copied = from;
        this.end = end;
        this.change = change;
    }

    /** Whether a part of a text may be a JSON object, array or text: it begins and ends like one. */
    static boolean mayBe(String text, int from, int end) {
        int first = from;
        int last = end - 1;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last))) {
            last--;
        }
        if (first >= last) {
            return false;
        }
        char closing = text.charAt(last);
        return switch (text.charAt(first)) {
            case '{' -> closing == '}';
            case '[' -> closing == ']';
            case '"' -> closing == '"';
            default -> false;
        };
    }

    /** The part of a text as JSON, changed; {@code null} where it is no JSON. */
    static @Nullable String changed(String text, int from, int end, Change change) {
        JsonLiterals literals = new JsonLiterals(text, from, end, change);
        if (!literals.readAll()) {
            return null;
        }
        return literals.isChanged
                ? literals.changed.append(text, literals.copied, end).toString()
                : text.substring(from, end);
    }

    /** A value, with what closes after it, until nothing is open. */
    private boolean readAll() {
        names.push("");
        boolean valueFollows = true;
        while (valueFollows) {
            skipBlanks();
            if (at >= end) {
                return false;
            }
            char first = json.charAt(at);
            if (first == '{' || first == '[') {
                at++;
                if (objects.size() >= DEEPEST) {
                    return false;
                }
                objects.push(first == '{');
                names.push(names.getFirst());
                if (!isNext(first == '{' ? '}' : ']')) {
                    if (first == '{' && !readName()) {
                        return false;
                    }
                    continue;
                }
            } else if (!readSimple(first)) {
                return false;
            }
            valueFollows = !objects.isEmpty();
            while (valueFollows && isNext(objects.getFirst() ? '}' : ']')) {
                at++;
                objects.pop();
                names.pop();
                valueFollows = !objects.isEmpty();
            }
            if (valueFollows && !readComma()) {
                return false;
            }
        }
        skipBlanks();
        return at == end;
    }

    private boolean readComma() {
        if (!isNext(',')) {
            return false;
        }
        at++;
        return !objects.getFirst() || readName();
    }

    private boolean readName() {
        skipBlanks();
        int begins = at;
        String name = readText();
        if (name == null || !isNext(':')) {
            return false;
        }
        int ends = json.lastIndexOf('"', at - 1) + 1;
        at++;
        replace(begins, ends, name, change.name(name));
        names.pop();
        names.push(name);
        return true;
    }

    private boolean readSimple(char first) {
        int begins = at;
        if (first == '"') {
            String text = readText();
            if (text != null) {
                replace(begins, at, text, change.text(names.getFirst(), text));
            }
            return text != null;
        }
        if (first == '-' || (first >= '0' && first <= '9')) {
            while (at < end && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
            String number = json.substring(begins, at);
            replace(begins, at, number, change.number(names.getFirst(), number));
            return true;
        }
        return readWord("true") || readWord("false") || readWord("null");
    }

    private boolean readWord(String word) {
        boolean stands = json.startsWith(word, at) && at + word.length() <= end;
        at += stands ? word.length() : 0;
        return stands;
    }

    /** The text that begins here; {@code null} where none does, or where it doesn't end. */
    private @Nullable String readText() {
        if (at >= end || json.charAt(at) != '"') {
            return null;
        }
        int begins = at + 1;
        boolean escaped = false;
        for (at = begins; at < end; at++) {
            char one = json.charAt(at);
            if (one == '"') {
                at++;
                return escaped ? JsonEscapes.decode(json, begins, at - 1) : json.substring(begins, at - 1);
            }
            if (one < ' ') {
                return null;
            }
            if (one == '\\') {
                escaped = true;
                at++;
            }
        }
        return null;
    }

    private void replace(int begins, int ends, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        boolean ascii = json.substring(begins, ends).contains("\\u");
        changed.append(json, copied, begins).append('"');
        JsonEscapes.encode(after, ascii, changed);
        changed.append('"');
        copied = ends;
        isChanged = true;
    }

    private boolean isNext(char sought) {
        skipBlanks();
        return at < end && json.charAt(at) == sought;
    }

    private void skipBlanks() {
        while (at < end && isBlank(json.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
