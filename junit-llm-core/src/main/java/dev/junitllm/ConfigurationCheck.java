package dev.junitllm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds settings that nobody understands, so that a misspelt one doesn't silently do nothing. */
public final class ConfigurationCheck {

    private static final String ENVIRONMENT_PREFIX = "JUNIT_LLM_";

    private final List<ConfigurationKey> known;
    private final List<String> secrets;
    private final List<String> problems = new ArrayList<>();

    private ConfigurationCheck(List<ConfigurationKey> known, List<ConfigurationSecret> secrets) {
        this.known = known;
        this.secrets =
                secrets.stream().map(ConfigurationSecret::environmentVariable).toList();
    }

    /**
     * A check against all settings that core and the modules on the class path understand.
     *
     * @return the check, with nothing looked at yet
     */
    public static ConfigurationCheck forKnownKeys() {
        return new ConfigurationCheck(Configuration.knownKeys(), Configuration.knownSecrets());
    }

    /**
     * Looks at configuration parameters.
     *
     * @param source where they were found, for the message
     * @param names any names; those that don't begin with {@code junit.llm.} are passed over
     */
    public void parameters(String source, Collection<String> names) {
        List<String> choices = known.stream().map(ConfigurationKey::name).toList();
        new TreeSet<>(names)
                .stream()
                        .filter(name -> name.startsWith(ConfigurationKey.PREFIX))
                        .filter(name -> choices.stream().noneMatch(choice -> matches(choice, name)))
                        .forEach(name ->
                                problems.add(secret(source, name).orElseGet(() -> problem(source, name, choices))));
    }

    /**
     * Looks at environment variables.
     *
     * @param names any names; those that don't begin with {@code JUNIT_LLM_} are passed over
     */
    public void environment(Collection<String> names) {
        List<String> choices = Stream.concat(
                        known.stream().map(ConfigurationKey::environmentVariable),
                        secrets.stream().filter(secret -> secret.startsWith(ENVIRONMENT_PREFIX)))
                .toList();
        new TreeSet<>(names)
                .stream()
                        .filter(name -> name.startsWith(ENVIRONMENT_PREFIX))
                        .filter(name -> choices.stream().noneMatch(choice -> matches(choice, name)))
                        .forEach(name -> problems.add(problem("the environment", name, choices)));
    }

    /**
     * What was found.
     *
     * @return one sentence for each setting that nobody understands
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Throws where something was found.
     *
     * @throws ConfigurationException naming every setting that nobody understands, and the nearest that somebody does
     */
    public void refuseUnknown() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
    }

    private Optional<String> secret(String source, String name) {
        String variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return secrets.contains(variable)
                ? Optional.of("%s is set in %s, but a secret is read from the environment alone: set %s instead"
                        .formatted(Printable.line(name, 100), source, variable))
                : Optional.empty();
    }

    private static String problem(String source, String name, List<String> choices) {
        Optional<String> nearest = NearestName.of(name.toLowerCase(Locale.ROOT), choices);
        return "there is no setting %s, which is set in %s%s"
                .formatted(
                        Printable.line(name, 100),
                        source,
                        nearest.map(choice -> ": did you mean " + choice + "?")
                                .orElse("; docs/configuration.md lists all there are"));
    }

    /** A part in angle brackets stands for a name of the user's. */
    private static boolean matches(String choice, String name) {
        if (!choice.contains("<")) {
            return choice.equals(name);
        }
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (int open = choice.indexOf('<'); open >= 0; open = choice.indexOf('<', from)) {
            pattern.append(Pattern.quote(choice.substring(from, open))).append("[^.]+");
            from = choice.indexOf('>', open) + 1;
        }
        pattern.append(Pattern.quote(choice.substring(from)));
        return Pattern.matches(pattern.toString(), name);
    }
}
