package dev.junitllm.trace;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.junitllm.Configuration;
import dev.junitllm.trace.redaction.Redacted;
import dev.junitllm.trace.redaction.RedactionKeys;
import dev.junitllm.trace.redaction.RedactionRule;
import dev.junitllm.trace.redaction.RuleSet;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets and data about people from text before it is kept, shown, sent or thrown: the exact values of the secrets in
 * this process's environment, and what rules find by its form or by the name before it. What was removed is replaced by
 * {@code [REDACTED:rule]}. Nothing leaves by another way. Immutable and safe for use by several threads.
 */
public final class Redactor {

    /** Shorter values are too likely to be ordinary words. */
    private static final int SHORTEST_SECRET = 8;

    private static final int JSON_WITHIN_JSON = 3;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|ALERT_URL|WEBHOOK(?:_URL)?)$");

    private static final Pattern OTLP_HEADERS = Pattern.compile("OTLP_(?:TRACES_|METRICS_|LOGS_)?HEADERS$");

    private static final Pattern PLAIN_HEADER = Pattern.compile("(?i)^\\s*(?:accept|content-type|user-agent)\\s*=");

    /** Of an address that is a secret: what is said of it without its server is one too. */
    private static final Pattern PATH = Pattern.compile("(?<=://)[^/]*+(/.{15,})", Pattern.DOTALL);

    private final RuleSet rules;
    private final @Nullable Redactor withoutPersonalRules;

    private Redactor(List<RedactionRule> rules) {
        this.rules = RuleSet.of(rules);
        List<RedactionRule> secret =
                rules.stream().filter(rule -> !rule.isPersonal()).toList();
        this.withoutPersonalRules = secret.size() == rules.size() ? null : new Redactor(secret);
    }

    /**
     * A redactor that knows the secrets of an environment, and the built-in rules.
     *
     * @param environment names and values; a value is secret where its name ends in {@code KEY}, {@code TOKEN},
     *     {@code SECRET}, {@code PASSWORD}, {@code WEBHOOK_URL} or the like and it has at least 8 characters
     * @return the redactor
     */
    public static Redactor forEnvironment(Map<String, String> environment) {
        return with(secretsIn(environment), RuleSet.builtIn());
    }

    /**
     * The redactor of a run: it knows the secrets of the environment, of the settings and of Java's system properties, and the
     * rules that the settings ask for.
     *
     * @param configuration the settings of the run
     * @return the redactor
     * @throws dev.junitllm.ConfigurationException naming the setting, where a rule of theirs is wrong
     */
    public static Redactor of(Configuration configuration) {
        List<RedactionRule> rules = RedactionKeys.rules(configuration);
        if (RedactionKeys.isOff(configuration, RuleSet.ENVIRONMENT)) {
            return new Redactor(rules);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        return with(
                Stream.of(configuration.environment(), configuration.explicit(), properties)
                        .flatMap(some -> secretsIn(some).stream())
                        .toList(),
                rules);
    }

    private static Redactor with(List<String> values, List<RedactionRule> rules) {
        return new Redactor(
                Stream.concat(RuleSet.values(values).stream(), rules.stream()).toList());
    }

    private static List<String> secretsIn(Map<String, String> named) {
        return named.entrySet().stream()
                .flatMap(entry -> isSecretName(entry.getKey()) ? values(entry.getValue()) : headers(entry))
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** {@code OTEL_EXPORTER_OTLP_HEADERS} and the like hold keys among other things: {@code Authorization=Bearer%20…}. */
    private static Stream<String> headers(Map.Entry<String, String> entry) {
        return OTLP_HEADERS.matcher(entry.getKey()).find()
                ? Arrays.stream(entry.getValue().split(",", -1))
                        .filter(header -> !PLAIN_HEADER.matcher(header).find())
                        .map(header -> header.substring(header.indexOf('=') + 1).strip())
                        .flatMap(value -> Stream.of(value, value.replaceFirst("^\\p{Alpha}+(?:%20| )", "")))
                        .flatMap(value -> Stream.of(value, percentDecoded(value)))
                        .flatMap(Redactor::values)
                : Stream.empty();
    }

    private static String percentDecoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Stream<String> values(String secret) {
        String value = secret.strip();
        Matcher path = PATH.matcher(value);
        Stream<String> forms = Stream.of(secret, value, URLEncoder.encode(value, StandardCharsets.UTF_8));
        return Stream.concat(path.find() ? Stream.concat(forms, Stream.of(path.group(1))) : forms, inJson(value));
    }

    /** As JSON writes it, and JSON within JSON: a text is looked through as it stands before it is read as JSON. */
    private static Stream<String> inJson(String value) {
        return Stream.iterate(
                        value,
                        text -> new String(JsonStringEncoder.getInstance().quoteAsString(text)))
                .skip(1)
                .limit(JSON_WITHIN_JSON);
    }

    /**
     * Whether a variable or setting of this name holds a secret.
     *
     * @param name such as {@code OPENAI_API_KEY} or {@code junit.llm.judge.api-key}
     * @return true where the value must not be shown
     */
    public static boolean isSecretName(String name) {
        String normal = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return SECRET_NAME.matcher(normal).find();
    }

    /**
     * Whether what stands under a name is a secret, whatever rules find in it.
     *
     * @param name a field's, header's or attribute's name, such as {@code apiKey}; {@code max_tokens} is none
     * @param value what stands there
     * @return true where the whole value is to be replaced
     */
    public boolean isSecret(String name, String value) {
        return rules.isSecret(name, value);
    }

    /** Whether {@link #isSecret} may say so of some value under this name. */
    boolean mayNameSecret(String name) {
        return rules.mayNameSecret(name);
    }

    /**
     * The same, but for data about people.
     *
     * @return a redactor that removes secrets alone
     */
    public Redactor secretsOnly() {
        return withoutPersonalRules == null ? this : withoutPersonalRules;
    }

    /**
     * A redactor for what quotes texts and may have cut them, such as the reason for a score: it also removes pieces, of 8
     * characters or more and in whatever case, of what this one removes from the texts.
     *
     * @param texts what is quoted, as it was
     * @return the redactor; the same where there is nothing to be removed from the texts
     */
    public Redactor knowing(Collection<String> texts) {
        List<RedactionRule> pieces = rules.piecesOf(texts);
        return pieces.isEmpty()
                ? this
                : new Redactor(
                        Stream.concat(rules.rules().stream(), pieces.stream()).toList());
    }

    /**
     * Removes secrets and data about people. JSON stays JSON.
     *
     * @param text any text
     * @return the text without them; the same where there are none
     */
    public String redact(String text) {
        return redacted(text).text();
    }

    /**
     * Removes secrets and data about people, and says how many. JSON stays JSON.
     *
     * @param text any text
     * @return the text without them, and what each rule removed
     */
    public Redacted redacted(String text) {
        return rules.redact(text);
    }

    /**
     * Removes secrets from an exception, since those end in reports too.
     *
     * @param thrown any exception
     * @return the exception itself where neither it nor a cause or suppressed one names a secret, else one that stands
     *     for it: a failed assertion for a failed assertion, with the same stack trace
     */
    public Throwable redact(Throwable thrown) {
        return SafeThrowables.of(thrown, this::redact);
    }
}
