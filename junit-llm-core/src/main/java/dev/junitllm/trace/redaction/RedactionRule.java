package dev.junitllm.trace.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be removed from text: whatever a regular expression finds or, where it has a group {@code secret}, what that
 * group holds. {@code [REDACTED:name]} takes its place. Immutable.
 *
 * <pre>{@code
 * RedactionRule.of("employee", "\\bE[0-9]{6}\\b")                       // E123456
 * RedactionRule.of("ticket", "(?i)ticket (?<secret>[0-9]{5})", "ticket")   // ticket 12345, searched for only where "ticket" is
 * }</pre>
 */
public final class RedactionRule {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String GROUP = "secret";
    private static final int LONG = 64;

    private final String name;
    private final Pattern pattern;
    private final boolean grouped;
    private final boolean personal;
    private final int leastDigits;
    private final List<Word> words;
    private final @Nullable Start start;
    private final Check check;

    private RedactionRule(
            String name,
            Pattern pattern,
            boolean personal,
            int leastDigits,
            List<Word> words,
            @Nullable Start start,
            Check check) {
        this.name = name;
        this.pattern = pattern;
        this.grouped = pattern.pattern().contains("(?<" + GROUP + ">");
        this.personal = personal;
        this.leastDigits = leastDigits;
        this.words = words;
        this.start = start;
        this.check = check;
    }

    /**
     * A rule. The expression is run on text that others write: where it can go back and forth over a long text, so will it.
     *
     * @param name what stands in the replacement: lower-case letters, digits and hyphens, 40 at most
     * @param expression a regular expression of Java's
     * @param words one of which, in whatever case, every text has that the expression finds something in; with them, most texts
     *     need not be searched. None: every text is searched.
     * @return the rule
     * @throws IllegalArgumentException where the name or the expression is none
     */
    public static RedactionRule of(String name, String expression, String... words) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a rule's name has lower-case letters, digits and hyphens, 40 at most, unlike '" + name + "'");
        }
        return new RedactionRule(name, Pattern.compile(expression), false, 0, Word.inAnyCase(words), null, Check.ANY);
    }

    /**
     * The same rule, for data about people rather than secrets: not applied where the capture is {@code full}.
     *
     * @return the changed copy
     */
    public RedactionRule personal() {
        return new RedactionRule(name, pattern, true, leastDigits, words, start, check);
    }

    /**
     * What stands in the replacement.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Whether it is about people rather than secrets.
     *
     * @return true for a {@linkplain #personal() personal} rule
     */
    public boolean isPersonal() {
        return personal;
    }

    RedactionRule when(Check condition) {
        return new RedactionRule(name, pattern, personal, leastDigits, words, start, condition);
    }

    RedactionRule withDigits(int least) {
        return new RedactionRule(name, pattern, personal, least, words, start, check);
    }

    RedactionRule withWords(List<Word> others) {
        return new RedactionRule(name, pattern, personal, leastDigits, List.copyOf(others), null, check);
    }

    /** The expression finds only what begins at such places. */
    RedactionRule beginningAt(Start place) {
        return new RedactionRule(name, pattern, personal, leastDigits, words, place, check);
    }

    /** The expression finds only what begins with one of these, so that it needs to be tried at few places. */
    RedactionRule beginningWith(List<Word> others) {
        return new RedactionRule(
                name,
                pattern,
                personal,
                leastDigits,
                List.copyOf(others),
                (text, at) -> isAny(others, text, at),
                check);
    }

    List<Word> words() {
        return words;
    }

    int leastDigits() {
        return leastDigits;
    }

    /** What stands for a text of a rule. */
    static String replacement(String rule) {
        return "[REDACTED:" + rule + "]";
    }

    /** Whether nothing of a text is left. */
    static boolean isReplacement(String text) {
        return text.startsWith("[REDACTED:") && text.indexOf(']') == text.length() - 1;
    }

    /**
     * The text without what the rule finds; the same object where that is nothing. Nothing is left of a text over which the
     * expression runs out of stack, since nobody knows what it would have found.
     */
    String apply(String text, Removals removals) {
        try {
            return without(text, removals);
        } catch (StackOverflowError e) {
            removals.addAll(name);
            return replacement(name);
        }
    }

    private String without(String text, Removals removals) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        StringBuilder safe = null;
        int copied = 0;
        int from = 0;
        while (find(matcher, text, from)) {
            int start = grouped ? matcher.start(GROUP) : matcher.start();
            int end = start < 0 ? -1 : check.end(text, start, grouped ? matcher.end(GROUP) : matcher.end());
            if (end > start) {
                safe = safe == null ? new StringBuilder(text.length()) : safe;
                safe.append(text, copied, start).append(replacement(name));
                copied = end;
                removals.add(name, text, start, end);
                from = end;
            } else {
                from = afterRefused(matcher);
            }
        }
        return safe == null ? text : safe.append(text, copied, text.length()).toString();
    }

    private boolean find(Matcher matcher, String text, int from) {
        Start wanted = start;
        if (wanted == null) {
            return from <= text.length() && matcher.region(from, text.length()).find();
        }
        for (int at = from; at < text.length(); at++) {
            if (wanted.mayBeAt(text, at) && matcher.region(at, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a place in a text where the expression may find something. */
    boolean hasStart(String text) {
        Start wanted = start;
        for (int at = 0; wanted != null && at < text.length(); at++) {
            if (wanted.mayBeAt(text, at)) {
                return true;
            }
        }
        return wanted == null;
    }

    private static boolean isAny(List<Word> words, String text, int at) {
        for (Word word : words) {
            if (word.mayBegin(text.charAt(at)) && word.isAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** In what a check refused another may begin; not looked for where it is long, for that would take a while. */
    private static int afterRefused(Matcher refused) {
        boolean isLong = refused.end() - refused.start() > LONG;
        return isLong ? refused.end() : refused.start() + 1;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Rules most places out fast: expressions are slow. */
    @FunctionalInterface
    interface Start {

        boolean mayBeAt(String text, int at);
    }

    /** Looks closer at what an expression found. */
    @FunctionalInterface
    interface Check {

        Check ANY = (text, start, end) -> end;

        /** Where what is to be removed ends; the start where there is nothing. */
        int end(String text, int start, int end);
    }
}
