package dev.junitllm.trace.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are applied one after the other. A text that is JSON, or of which lines are, stays so: its texts are looked at one by
 * one, unescaped, those in JSON within JSON too, and what stands under the name of a secret is removed whole. Immutable and
 * safe for use by several threads; a text in which nothing is found takes one pass.
 */
public final class RuleSet {

    /** The rule that removes exact values. */
    public static final String ENVIRONMENT = "environment";

    /** JSON within JSON within JSON is looked into, and what is deeper is searched as text. */
    private static final int DEEPEST = 3;

    private static final int SHORTEST = 8;

    private final List<RedactionRule> rules;
    private final WordSearch words;
    private final ClearedTexts cleared = new ClearedTexts();
    private final boolean fields;

    private RuleSet(List<RedactionRule> rules) {
        this.rules = List.copyOf(rules);
        this.words = new WordSearch(this.rules);
        this.fields = rules.stream().anyMatch(rule -> rule.name().equals(CredentialRules.FIELD));
    }

    /**
     * The rules for secrets and for personal data that every run begins with.
     *
     * @return the rules, in the order in which they are applied
     */
    public static List<RedactionRule> builtIn() {
        return Stream.of(CredentialRules.first(), VendorRules.all(), CredentialRules.last(), PersonalRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Rules that remove exact values, and their beginnings, of 8 characters or more, where a text was cut.
     *
     * @param values the values; longer ones are removed first
     * @return the rules; empty where there are no values
     */
    public static List<RedactionRule> values(Collection<String> values) {
        List<String> sorted = values.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        String any = sorted.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        RedactionRule whole =
                RedactionRule.of(ENVIRONMENT, any).beginningWith(Word.exactly(sorted.toArray(String[]::new)));
        List<String> cuttable =
                sorted.stream().filter(value -> value.length() > SHORTEST).toList();
        return cuttable.isEmpty() ? List.of(whole) : List.of(whole, beginnings(cuttable));
    }

    /** Where a message shows the beginning of a text, as {@link dev.junitllm.Printable} does, it may be that of a value. */
    private static RedactionRule beginnings(List<String> values) {
        return RedactionRule.of(ENVIRONMENT, "[^\u2026]{" + SHORTEST + ",2000}+(?=\u2026)")
                .beginningWith(Word.exactly(values.stream()
                        .map(value -> value.substring(0, SHORTEST))
                        .distinct()
                        .toArray(String[]::new)))
                .when((text, start, end) -> {
                    String shown = text.substring(start, end);
                    return values.stream().anyMatch(value -> value.startsWith(shown)) ? end : start;
                });
    }

    /**
     * Rules to be applied in this order.
     *
     * @param rules the rules
     * @return the set of them
     */
    public static RuleSet of(List<RedactionRule> rules) {
        return new RuleSet(rules);
    }

    /**
     * The rules.
     *
     * @return in the order in which they are applied
     */
    public List<RedactionRule> rules() {
        return rules;
    }

    /**
     * Whether what stands under a name is a secret, by the name and what it looks like.
     *
     * @param name a field's, header's or attribute's name
     * @param value what stands there
     * @return true where the whole value is to be removed; false where the rule for such fields is switched off
     */
    public boolean isSecret(String name, String value) {
        return fields && isSecretField(name, value);
    }

    /**
     * Whether values under a name may be secrets; {@link #isSecret} decides by the value, too.
     *
     * @param name what the value is called, such as a key of JSON
     * @return false where it says of no value that it is one
     */
    public boolean mayNameSecret(String name) {
        return fields && SecretNames.mayBe(name);
    }

    private static boolean isSecretField(String name, String value) {
        return !value.startsWith("[REDACTED")
                && ((SecretNames.isSure(name) && SecretValues.isSecret(value))
                        || (SecretNames.isLikely(name) && SecretValues.looksSecret(value)));
    }

    /**
     * Removes what the rules find.
     *
     * @param text any text
     * @return the text without it, and what was removed; the same text where that is nothing
     */
    public Redacted redact(String text) {
        if (cleared.contains(text)) {
            return new Redacted(text, Map.of());
        }
        boolean[] found = words.search(text);
        if (found == null && !hides(text)) {
            cleared.add(text);
            return new Redacted(text, Map.of());
        }
        Removals removals = Removals.counted();
        return new Redacted(structured(text, found, removals, 0), removals.counts());
    }

    /**
     * Rules for what quotes a text and may have cut it: they remove pieces, of 8 characters or more and in whatever case, of
     * what these rules remove from the text.
     *
     * @param texts what is quoted
     * @return a rule for each that removes something of them, under its name
     */
    public List<RedactionRule> piecesOf(Collection<String> texts) {
        Map<String, Set<String>> secrets = new TreeMap<>();
        texts.forEach(text -> structured(text, words.search(text), Removals.rememberedIn(secrets), 0));
        return secrets.entrySet().stream()
                .map(entry -> piecesOf(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RedactionRule piecesOf(String name, Set<String> secrets) {
        RedactionRule pieces = SecretPieces.rule(name, secrets);
        boolean personal = rules.stream().anyMatch(rule -> rule.name().equals(name) && rule.isPersonal());
        return personal ? pieces.personal() : pieces;
    }

    /** Whether escapes hide what the rules look for: it is found as soon as they are gone. */
    private boolean hides(String text) {
        String shown = text;
        for (int depth = 0; depth < DEEPEST && mayHide(shown); depth++) {
            if (words.areAscii() && !JsonEscapes.mayHideAscii(shown)) {
                return false; // as in text that shows letters of other languages so, or what can't be seen
            }
            String revealed = JsonEscapes.revealed(shown);
            if (words.search(revealed) != null) {
                return true;
            }
            shown = revealed;
        }
        return false;
    }

    /** In JSON, escapes can hide what the rules look for. */
    private static boolean mayHide(String text) {
        return text.indexOf('\\') >= 0 && text.indexOf('"') >= 0 && (text.contains("\\u") || text.contains("\\/"));
    }

    private String structured(String text, boolean @Nullable [] found, Removals removals, int depth) {
        if (depth < DEEPEST && (found != null || mayHide(text))) {
            if (JsonLiterals.mayBe(text, 0, text.length())) {
                String json = JsonLiterals.changed(text, 0, text.length(), inJson(removals, depth));
                if (json != null) {
                    return json;
                }
            }
            if (text.indexOf('\n') >= 0 && text.indexOf('"') >= 0) {
                return lines(text, found, removals, depth);
            }
        }
        return plain(text, found, removals);
    }

    /** Lines that are JSON by themselves, as in JSON Lines, or after a name, as in server-sent events; the rest as text, in one piece. */
    private String lines(String text, boolean @Nullable [] found, Removals removals, int depth) {
        StringBuilder safe = new StringBuilder(text.length());
        int begins = 0;
        int rest = 0;
        while (begins < text.length()) {
            int feed = text.indexOf('\n', begins);
            int ends = feed < 0 ? text.length() : feed;
            int from = begins + (text.startsWith("data:", begins) ? "data:".length() : 0);
            String json = JsonLiterals.mayBe(text, from, ends)
                    ? JsonLiterals.changed(text, from, ends, inJson(removals, depth))
                    : null;
            if (json != null) {
                safe.append(plain(text.substring(rest, from), removals)).append(json);
                rest = ends;
            }
            begins = ends + 1;
        }
        return rest == 0
                ? plain(text, found, removals)
                : safe.append(plain(text.substring(rest), removals)).toString();
    }

    private JsonLiterals.Change inJson(Removals removals, int depth) {
        return new JsonLiterals.Change() {
            @Override
            public String text(String name, String text) {
                boolean[] found = words.search(text);
                String safe = found == null && !hides(text) ? text : structured(text, found, removals, depth + 1);
                return secretOr(name, text, safe);
            }

            @Override
            public String name(String name) {
                return plain(name, removals);
            }

            @Override
            public String number(String name, String number) {
                return secretOr(name, number, plain(number, removals));
            }

            private String secretOr(String name, String value, String safe) {
                if (isSecret(name, value) && !RedactionRule.isReplacement(safe)) {
                    removals.add(CredentialRules.FIELD, value, 0, value.length());
                    return RedactionRule.replacement(CredentialRules.FIELD);
                }
                return safe;
            }
        };
    }

    private String plain(String text, Removals removals) {
        return plain(text, words.search(text), removals);
    }

    private String plain(String text, boolean @Nullable [] found, Removals removals) {
        if (found == null) {
            return text;
        }
        String safe = text;
        for (int i = 0; i < found.length; i++) {
            safe = found[i] ? rules.get(i).apply(safe, removals) : safe;
        }
        return safe;
    }

    /**
     * The names of rules, each once.
     *
     * @param rules rules
     * @return their names, in their order
     */
    public static List<String> names(List<RedactionRule> rules) {
        return new ArrayList<>(
                rules.stream().map(RedactionRule::name).distinct().toList());
    }
}
