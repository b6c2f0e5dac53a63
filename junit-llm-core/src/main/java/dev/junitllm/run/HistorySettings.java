package dev.junitllm.run;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of histories. */
public final class HistorySettings implements ConfigurationKeys {

    private static final ConfigurationKey HISTORY = new ConfigurationKey(
            "junit.llm.history",
            "",
            "Where each whole run is appended to the history of its golden set: a folder, from the module's own; `off` for"
                    + " nowhere; unless set, `llm-history` in the build folder.");

    private static final ConfigurationKey LEVEL = new ConfigurationKey(
            "junit.llm.history.level",
            "keep",
            "What drift is measured by: `keep` the level of the runs so far, or `restart`, by which a new level begins with"
                    + " this run.");

    /** Made by Java's service loader. */
    public HistorySettings() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(HISTORY, LEVEL);
    }

    /**
     * Where histories are kept.
     *
     * @param configuration the settings of the run
     * @param module the module whose tests run
     * @return the folder, or empty where none is kept
     * @throws ConfigurationException where it is no path
     */
    public static Optional<Path> folder(Configuration configuration, TestModule module) {
        Optional<String> set = configuration.text(HISTORY);
        if (set.isEmpty()) {
            return Optional.of(module.buildFolder().resolve("llm-history"));
        }
        try {
            return set.filter(value -> !value.equalsIgnoreCase("off")).map(Path::of);
        } catch (InvalidPathException e) {
            throw wrong(HISTORY, set.get(), "off, or the path of a folder");
        }
    }

    /**
     * Whether a new level begins with this run.
     *
     * @param configuration the settings of the run
     * @return true for {@code restart}
     * @throws ConfigurationException where it is anything but {@code restart} or {@code keep}
     */
    public static boolean restarts(Configuration configuration) {
        String value = configuration.text(LEVEL).orElse("").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "keep" -> false;
            case "restart" -> true;
            default -> throw wrong(LEVEL, value, "one of keep, restart");
        };
    }

    private static ConfigurationException wrong(ConfigurationKey key, String value, String wanted) {
        return new ConfigurationException("%s (or %s) is '%s', but must be %s"
                .formatted(key.name(), key.environmentVariable(), Printable.line(value, 80), wanted));
    }
}
