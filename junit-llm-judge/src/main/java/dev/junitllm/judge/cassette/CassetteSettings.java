package dev.junitllm.judge.cassette;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.Printable;
import dev.junitllm.score.CaseError;
import java.util.Arrays;
import java.util.Locale;

/**
 * The settings of recordings, checked.
 *
 * @param mode what becomes of calls
 * @param prune whether what a whole run didn't ask for is removed
 * @param notRun whether a case without recording and model is not run, rather than an ERROR
 * @param onCi whether what is recorded is lost with the machine's workspace
 */
record CassetteSettings(CassetteMode mode, boolean prune, boolean notRun, boolean onCi) {

    /** The kind of error of what can't be had. */
    String absentKind() {
        return notRun ? CaseError.NOT_RUN : "NO_RECORDING";
    }

    static CassetteSettings of(Configuration configuration) {
        String mode = oneOf(configuration, CassetteKeys.MODE, "auto", "replay", "record", "live");
        return new CassetteSettings(
                CassetteMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                oneOf(configuration, CassetteKeys.PRUNE, "true", "false").equals("true"),
                oneOf(configuration, CassetteKeys.WITHOUT_MODEL, "fail", "not-run")
                        .equals("not-run"),
                configuration.onCi());
    }

    private static String oneOf(Configuration configuration, ConfigurationKey key, String... choices) {
        String value = configuration.text(key).orElse("");
        return Arrays.stream(choices)
                .filter(choice -> choice.equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("%s (or %s) is '%s', but must be one of %s"
                        .formatted(
                                key.name(),
                                key.environmentVariable(),
                                Printable.line(value, 80),
                                String.join(", ", choices))));
    }
}
