package dev.junitllm.trace.redaction;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** The settings of redaction. */
public final class RedactionKeys implements ConfigurationKeys {

    static final ConfigurationKey RULES = new ConfigurationKey(
            "junit.llm.redaction.rules",
            "",
            "More rules of what is removed before anything is kept or sent: `name=regular expression`, separated by `;` (write"
                    + " `\\x3b` for one within an expression).");

    static final ConfigurationKey OFF = new ConfigurationKey(
            "junit.llm.redaction.off",
            "",
            "Rules that are not applied (comma-separated; docs/privacy.md lists their names).");

    /** Made by {@link java.util.ServiceLoader}. */
    public RedactionKeys() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(RULES, OFF);
    }

    /**
     * The rules of a run: built-in ones, those of {@link RedactionRules} on the class path, and those of the settings; without
     * those that are switched off.
     *
     * @param configuration the settings
     * @return the rules, in the order in which they are applied
     * @throws ConfigurationException naming the setting, where one is wrong
     */
    public static List<RedactionRule> rules(Configuration configuration) {
        List<RedactionRule> all = new ArrayList<>(RuleSet.builtIn());
        ServiceLoader.load(RedactionRules.class).forEach(more -> all.addAll(more.rules()));
        configuration.text(RULES).ifPresent(text -> all.addAll(read(text)));
        Set<String> off = off(configuration, all);
        return all.stream().filter(rule -> !off.contains(rule.name())).toList();
    }

    /**
     * Whether the settings switch a rule off.
     *
     * @param configuration the settings
     * @param rule the rule's name
     * @return true where they do
     */
    public static boolean isOff(Configuration configuration, String rule) {
        return list(configuration).contains(rule);
    }

    private static Set<String> off(Configuration configuration, List<RedactionRule> all) {
        Set<String> known = new TreeSet<>(RuleSet.names(all));
        known.add(RuleSet.ENVIRONMENT);
        Set<String> off = new TreeSet<>(list(configuration));
        for (String name : off) {
            if (!known.contains(name)) {
                throw new ConfigurationException("%s names '%s', which is no rule%s"
                        .formatted(
                                OFF.name(),
                                Printable.line(name, 80),
                                NearestName.of(name, known)
                                        .map(nearest -> "; did you mean '" + nearest + "'?")
                                        .orElse("; there are " + String.join(", ", known))));
            }
        }
        return off;
    }

    private static List<String> list(Configuration configuration) {
        return configuration.text(OFF).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<RedactionRule> read(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(RedactionKeys::readOne)
                .toList();
    }

    private static RedactionRule readOne(String entry) {
        int equals = entry.indexOf('=');
        if (equals < 1) {
            throw wrong(entry, "a rule is written name=regular expression");
        }
        try {
            return RedactionRule.of(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
        } catch (PatternSyntaxException e) {
            throw wrong(entry, "the regular expression is none: " + e.getDescription());
        } catch (IllegalArgumentException e) {
            throw wrong(entry, String.valueOf(e.getMessage()));
        }
    }

    private static ConfigurationException wrong(String entry, String why) {
        return new ConfigurationException(
                "%s has '%s': %s".formatted(RULES.name(), Printable.line(entry, 120), Printable.line(why, 300)));
    }
}
