package dev.junitllm.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from text before it is kept, shown or thrown: the exact values of the secrets in this process's
 * environment, and what is recognised by its shape. What was removed is replaced by {@code [REDACTED:rule]}. Immutable
 * and safe for use by several threads.
 */
public final class Redactor {

    /** Shorter values are too likely to be ordinary words. */
    private static final int SHORTEST_SECRET = 8;

    /** Deeper chains are cut; they may also be circles. */
    private static final int MOST_CAUSES = 20;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|ALERT_URL|WEBHOOK(?:_URL)?)$");

    /** Of an address that is a secret: what is said of it without its server is one too. */
    private static final Pattern PATH = Pattern.compile("(?<=://)[^/]*+(/.{15,})", Pattern.DOTALL);

    /** Not \b, which looks back over all combining marks before it, at each of them again. */
    private static final String BEGINS = "(?<![A-Za-z0-9_])";

    private static final List<Rule> SHAPES = List.of(
            Rule.of(
                    "private-key",
                    "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]++-----END [A-Z ]{0,40}PRIVATE KEY-----",
                    "PRIVATE KEY"),
            Rule.of("anthropic-key", BEGINS + "sk-ant-[A-Za-z0-9_-]{16,}+", "sk-ant-"),
            Rule.of("openai-key", BEGINS + "sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}+", "sk-"),
            Rule.of("google-key", BEGINS + "AIza[A-Za-z0-9_-]{35}", "AIza"),
            Rule.of("aws-key", BEGINS + "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b", "AKIA", "ASIA", "ABIA", "ACCA"),
            Rule.of(
                    "github-token",
                    BEGINS + "(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82})",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            Rule.of("gitlab-token", BEGINS + "glpat-[A-Za-z0-9_-]{20,}+", "glpat-"),
            Rule.of("slack-token", BEGINS + "xox[bpears]-[A-Za-z0-9-]{10,}+", "xox"),
            Rule.of("slack-webhook", "(?<=hooks\\.slack\\.com/)[A-Za-z0-9/_-]{16,}+", "hooks.slack.com/"),
            Rule.of("hugging-face-token", BEGINS + "hf_[A-Za-z]{34}\\b", "hf_"),
            Rule.of("jwt", BEGINS + "eyJ[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+", "eyJ"),
            Rule.of(
                    "authorization",
                    "(?i)" + BEGINS + "(?:Bearer|Basic)\\s{1,4}+(?=[A-Za-z0-9+/._~=-]*[0-9])[A-Za-z0-9+/._~=-]{16,}+",
                    "bearer",
                    "basic"),
            Rule.of("url-credentials", "(?<=://)[^\\s/:@\"']{1,256}:[^\\s/@\"']{1,256}(?=@)", "://"));

    private final List<String> values;

    private Redactor(List<String> values) {
        this.values = values;
    }

    /**
     * A redactor that knows the secrets of an environment.
     *
     * @param environment names and values; a value is secret where its name ends in {@code KEY}, {@code TOKEN},
     *     {@code SECRET}, {@code PASSWORD}, {@code WEBHOOK_URL} or the like and it has at least 8 characters
     * @return the redactor
     */
    public static Redactor forEnvironment(Map<String, String> environment) {
        return new Redactor(environment.entrySet().stream()
                .filter(entry ->
                        isSecretName(entry.getKey()) && entry.getValue().length() >= SHORTEST_SECRET)
                .flatMap(entry -> values(entry.getValue()))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static Stream<String> values(String secret) {
        Matcher path = PATH.matcher(secret.strip());
        Stream<String> whole = Stream.of(secret, secret.strip());
        return path.find() ? Stream.concat(whole, Stream.of(path.group(1))) : whole;
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
     * Removes secrets.
     *
     * @param text any text
     * @return the text without them
     */
    public String redact(String text) {
        String safe = text;
        for (String value : values) {
            safe = safe.replace(value, "[REDACTED:environment]");
        }
        Letters letters = Letters.of(safe);
        for (Rule rule : SHAPES) {
            String safer = rule.mayMatch(safe, letters) ? rule.apply(safe) : safe;
            letters = safer.equals(safe) ? letters : Letters.of(safer);
            safe = safer;
        }
        return safe;
    }

    /**
     * Removes secrets from an exception, since those end in reports too.
     *
     * @param thrown any exception
     * @return the exception itself where neither it nor a cause or suppressed one names a secret, else one that stands
     *     for it: a failed assertion for a failed assertion, with the same stack trace
     */
    public Throwable redact(Throwable thrown) {
        return isClean(thrown, MOST_CAUSES) ? thrown : standIn(thrown, MOST_CAUSES);
    }

    private boolean isClean(@Nullable Throwable thrown, int depth) {
        if (thrown == null) {
            return true;
        }
        if (depth == 0) {
            return false;
        }
        String text = thrown.toString();
        return redact(text).equals(text)
                && isClean(thrown.getCause(), depth - 1)
                && Arrays.stream(thrown.getSuppressed()).allMatch(other -> isClean(other, depth - 1));
    }

    private Throwable standIn(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause() == null || depth == 0 ? null : standIn(thrown.getCause(), depth - 1);
        Throwable standIn = thrown instanceof AssertionError
                ? new RedactedAssertionError(redact(String.valueOf(thrown.getMessage())), cause, thrown.getStackTrace())
                : new RedactedException(redact(thrown.toString()), cause, thrown.getStackTrace());
        if (depth > 0) {
            Arrays.stream(thrown.getSuppressed()).forEach(other -> standIn.addSuppressed(standIn(other, depth - 1)));
        }
        return standIn;
    }

    /** A shape of secrets. The words, one of which every such secret holds, rule most texts out at a glance. */
    private record Rule(Pattern pattern, String replacement, List<Word> words) {

        static Rule of(String name, String pattern, String... words) {
            boolean anyCase = pattern.startsWith("(?i)");
            return new Rule(
                    Pattern.compile(pattern),
                    Matcher.quoteReplacement("[REDACTED:" + name + "]"),
                    Arrays.stream(words)
                            .map(word -> new Word(word, Letters.of(word), anyCase))
                            .toList());
        }

        boolean mayMatch(String text, Letters letters) {
            for (Word word : words) {
                if (word.isIn(text, letters)) {
                    return true;
                }
            }
            return false;
        }

        String apply(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher.replaceAll(replacement) : text;
        }
    }

    /** In lower case where it is looked for in any case. */
    private record Word(String word, Letters letters, boolean anyCase) {

        boolean isIn(String text, Letters ofText) {
            return anyCase
                    ? ofText.withLowerCase().holdAll(letters) && isInAnyCaseIn(text)
                    : ofText.holdAll(letters) && text.contains(word);
        }

        private boolean isInAnyCaseIn(String text) {
            int last = text.length() - word.length();
            for (int at = 0; at <= last; at++) {
                if ((text.charAt(at) | ' ') == word.charAt(0) && text.regionMatches(true, at, word, 0, word.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
