package dev.junitllm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All settings of a run: JUnit configuration parameters {@code junit.llm.*}, overridden by environment variables
 * {@code JUNIT_LLM_*}. The only class that reads them. Immutable.
 */
public final class Configuration {

    /** Only cases that carry one of these tags. */
    public static final ConfigurationKey TAGS = new ConfigurationKey(
            "junit.llm.tags", "", "Run only cases that carry one of these tags (comma-separated).");

    /** Only cases whose id matches one of these globs. */
    public static final ConfigurationKey CASES = new ConfigurationKey(
            "junit.llm.cases", "", "Run only cases whose id matches one of these globs (comma-separated; `*`, `?`).");

    /** Only so many cases, drawn at random. */
    public static final ConfigurationKey SAMPLE = new ConfigurationKey(
            "junit.llm.sample", "", "Run only so many cases of each golden set, drawn with the seed, in file order.");

    /** The seed of everything random. */
    public static final ConfigurationKey SEED =
            new ConfigurationKey("junit.llm.seed", "0", "The seed of everything random; printed with every run.");

    /** The longest line of a golden file. */
    public static final ConfigurationKey MAX_LINE = new ConfigurationKey(
            "junit.llm.golden.max-line",
            "16777216",
            "The most bytes one case may take in a golden file (16 MiB); a longer one is an error.");

    /** The largest golden file, unpacked. */
    public static final ConfigurationKey MAX_UNPACKED = new ConfigurationKey(
            "junit.llm.golden.max-unpacked",
            "1073741824",
            "The most bytes a compressed golden file may unpack to (1 GiB); more is taken for a gzip bomb.");

    /** How a soft miss is shown in Allure. */
    public static final ConfigurationKey ALLURE_SOFT_MISSES = new ConfigurationKey(
            "junit.llm.allure.soft-misses",
            "failed",
            "How Allure shows a case below its bar that a gate answers for: `failed` (red and muted) or `skipped`.");

    /** Whether the console shows progress and summary. */
    public static final ConfigurationKey CONSOLE = new ConfigurationKey(
            "junit.llm.console", "on", "Whether the console shows progress and the summary: `on` or `off`.");

    /** How many cases run at once with {@code LlmParallelism}. */
    public static final ConfigurationKey CONCURRENCY = new ConfigurationKey(
            "junit.llm.concurrency",
            "16",
            "How many cases run at once where JUnit's parallel strategy is `dev.junitllm.jupiter.LlmParallelism`.");

    /** Whether generated code may run without a complete sandbox. */
    public static final ConfigurationKey CODE_UNSAFE = new ConfigurationKey(
            "junit.llm.code.unsafe",
            "refuse",
            "Whether generated code may run where no sandbox is complete: `refuse` (an ERROR) or `allow` (it can do what"
                    + " you can).");

    /** What generated code may read besides the system's programs. */
    public static final ConfigurationKey CODE_READABLE = new ConfigurationKey(
            "junit.llm.code.readable",
            "",
            "Folders that generated code may read besides `/usr` and its interpreter's own (absolute, comma-separated).");

    /** Whether runs are recorded as baselines. */
    public static final ConfigurationKey BASELINE = new ConfigurationKey(
            "junit.llm.baseline",
            "compare",
            "What `@NoRegression` and `@SameBehavior` do with the baseline: `compare`, `update` (record what ran), or"
                    + " `approve` (record it as the anchor too).");

    /** The application's version. */
    public static final ConfigurationKey APPLICATION_VERSION = new ConfigurationKey(
            "junit.llm.application-version",
            "",
            "The version of the application under test; a baseline keeps it, and a FAIL says what has changed since.");

    /** The prompt's version. */
    public static final ConfigurationKey PROMPT_VERSION = new ConfigurationKey(
            "junit.llm.prompt-version",
            "",
            "The version of the prompt under test; a baseline keeps it, and a FAIL says what has changed since.");

    /** Whether continuous integration runs the evals. */
    public static final ConfigurationKey CI = new ConfigurationKey(
            "junit.llm.ci",
            "auto",
            "Whether continuous integration runs the evals, where a missing baseline is an error: `true`, `false`, or `auto` (by the"
                    + " environment variable `CI`).");

    private static final List<ConfigurationKey> OWN = List.of(
            TAGS,
            CASES,
            SAMPLE,
            SEED,
            MAX_LINE,
            MAX_UNPACKED,
            ALLURE_SOFT_MISSES,
            CONSOLE,
            CONCURRENCY,
            BASELINE,
            APPLICATION_VERSION,
            PROMPT_VERSION,
            CI,
            CODE_UNSAFE,
            CODE_READABLE);

    private final Map<String, String> environment;
    private final Function<String, Optional<String>> parameters;

    private Configuration(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        this.parameters = parameters;
        this.environment = environment;
    }

    /**
     * Reads settings.
     *
     * @param parameters looks a JUnit configuration parameter up
     * @param environment the process's environment
     * @return the configuration
     */
    public static Configuration of(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        return new Configuration(parameters, Map.copyOf(environment));
    }

    /**
     * Every setting that core and the modules on the class path understand.
     *
     * @return the keys: core's own first
     */
    public static List<ConfigurationKey> knownKeys() {
        return Stream.concat(OWN.stream(), others().flatMap(other -> other.keys().stream()))
                .toList();
    }

    /**
     * Every secret that the modules on the class path understand.
     *
     * @return the secrets
     */
    public static List<ConfigurationSecret> knownSecrets() {
        return others().flatMap(other -> other.secrets().stream()).toList();
    }

    private static Stream<ConfigurationKeys> others() {
        return ServiceLoader.load(ConfigurationKeys.class).stream().map(ServiceLoader.Provider::get);
    }

    /**
     * A setting as text. What was set to nothing but white space counts as not set.
     *
     * @param key the setting
     * @return what was set, stripped, or the key's default; empty where there is neither
     */
    public Optional<String> text(ConfigurationKey key) {
        return set(key).or(() -> Optional.of(key.defaultValue())).filter(value -> !value.isEmpty());
    }

    /**
     * A setting as a whole number.
     *
     * @param key the setting
     * @param least the least it may be
     * @param most the most it may be
     * @return what was set, or the key's default; empty where there is neither
     * @throws ConfigurationException naming the setting, where it is anything else
     */
    public OptionalLong number(ConfigurationKey key, long least, long most) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(value.get());
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // falls through to the message that names the setting
        }
        throw wrong(key, value.get(), "a whole number from " + least + " to " + most);
    }

    /**
     * A secret, from the environment alone.
     *
     * @param secret what is looked for
     * @return its value, stripped; empty where there is none or nothing but white space. Never to be shown.
     */
    public Optional<String> secret(ConfigurationSecret secret) {
        return Optional.ofNullable(environment.get(secret.environmentVariable()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /**
     * The process's environment, for what has to know the secrets in it.
     *
     * @return the values by name; never to be shown
     */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Tags to run.
     *
     * @return the tags; empty means all
     */
    public List<String> tags() {
        return list(TAGS);
    }

    /**
     * Globs of the ids to run.
     *
     * @return the globs; empty means all
     */
    public List<String> cases() {
        return list(CASES);
    }

    /**
     * How many cases of each set to run.
     *
     * @return the number, at least 1, or empty for all
     */
    public OptionalInt sample() {
        OptionalLong number = number(SAMPLE, 1, Integer.MAX_VALUE);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /**
     * The seed of everything random.
     *
     * @return the seed
     */
    public long seed() {
        return number(SEED, Long.MIN_VALUE, Long.MAX_VALUE).orElse(0);
    }

    /**
     * The longest line of a golden file.
     *
     * @return the limit in bytes
     */
    public int maxLine() {
        return (int) number(MAX_LINE, 1, 1 << 30).orElseThrow();
    }

    /**
     * The largest golden file, unpacked.
     *
     * @return the limit in bytes
     */
    public long maxUnpacked() {
        return number(MAX_UNPACKED, 1, Long.MAX_VALUE).orElseThrow();
    }

    /**
     * Whether Allure shows a soft miss as skipped rather than as failed and muted.
     *
     * @return true for {@code skipped}
     */
    public boolean allureShowsSoftMissesSkipped() {
        return oneOf(ALLURE_SOFT_MISSES, "failed", "skipped").equals("skipped");
    }

    /**
     * Whether the console shows progress and the summary.
     *
     * @return false for {@code off}
     */
    public boolean console() {
        return oneOf(CONSOLE, "on", "off").equals("on");
    }

    /**
     * How many cases run at once with {@code LlmParallelism}.
     *
     * @return at least 1
     */
    public int concurrency() {
        return (int) number(CONCURRENCY, 1, 10_000).orElseThrow();
    }

    /**
     * Whether runs are recorded as baselines.
     *
     * @return true for {@code update} and {@code approve}
     */
    public boolean recordsBaselines() {
        return !baseline().equals("compare");
    }

    /**
     * Whether runs are recorded as approved baselines.
     *
     * @return true for {@code approve}
     */
    public boolean approvesBaselines() {
        return baseline().equals("approve");
    }

    private String baseline() {
        return oneOf(BASELINE, "compare", "update", "approve");
    }

    /**
     * Whether this is a run of continuous integration, where nobody is at hand to record what is missing.
     *
     * @return true where the setting says so or, unless set, where the environment variable {@code CI} is set to anything but
     *     {@code false} or {@code 0}
     */
    public boolean onCi() {
        String setting = oneOf(CI, "auto", "true", "false");
        return setting.equals("auto") ? isCiSet() : setting.equals("true");
    }

    private boolean isCiSet() {
        String ci = environment.getOrDefault("CI", "").strip().toLowerCase(Locale.ROOT);
        return !ci.isEmpty() && !ci.equals("false") && !ci.equals("0");
    }

    /**
     * Whether generated code may run without a complete sandbox.
     *
     * @return true for {@code allow}
     */
    public boolean allowsUnsafeCode() {
        return oneOf(CODE_UNSAFE, "refuse", "allow").equals("allow");
    }

    /**
     * What generated code may read besides the system's programs.
     *
     * @return paths of folders
     */
    public List<String> codeReadable() {
        return list(CODE_READABLE);
    }

    /**
     * Everything that was set, for the run's record.
     *
     * @return the values by key, without defaults
     */
    public Map<String, String> explicit() {
        Map<String, String> values = new LinkedHashMap<>();
        knownKeys().forEach(key -> set(key).ifPresent(value -> values.put(key.name(), value)));
        return values;
    }

    private Optional<String> set(ConfigurationKey key) {
        return Optional.ofNullable(environment.get(key.environmentVariable()))
                .map(String::strip)
                .filter(value -> !value.isEmpty()) // CI systems set what they don't know to nothing
                .or(() -> parameters.apply(key.name()).map(String::strip).filter(value -> !value.isEmpty()));
    }

    private List<String> list(ConfigurationKey key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private String oneOf(ConfigurationKey key, String... choices) {
        String value = text(key).orElse("");
        return Arrays.stream(choices)
                .filter(choice -> choice.equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(key, value, "one of " + String.join(", ", choices)));
    }

    private static ConfigurationException wrong(ConfigurationKey key, String value, String wanted) {
        return new ConfigurationException("%s (or %s) is '%s', but must be %s"
                .formatted(key.name(), key.environmentVariable(), Printable.line(value, 80), wanted));
    }
}
