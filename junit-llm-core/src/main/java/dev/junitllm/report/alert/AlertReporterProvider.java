package dev.junitllm.report.alert;

import dev.junitllm.Configuration;
import dev.junitllm.report.RunReporter;
import dev.junitllm.report.RunReporterProvider;
import dev.junitllm.trace.Redactor;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Makes the reporter where the environment names a webhook. */
public final class AlertReporterProvider implements RunReporterProvider {

    /** A build waits no longer for somebody to be told. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Made by Java's service loader. */
    public AlertReporterProvider() {}

    @Override
    public Optional<RunReporter> create(Configuration configuration) {
        AlertFormat format = AlertSettings.format(configuration);
        Optional<String> address = configuration.secret(AlertSettings.URL);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<AlertSender> sender = AlertSender.to(address.get(), PATIENCE);
        if (sender.isEmpty()) {
            warn(AlertSettings.URL.environmentVariable() + " is no http or https address, so no alert is sent");
        }
        return sender.map(to -> new AlertReporter(to, format, Redactor.of(configuration), AlertReporterProvider::warn));
    }

    private static void warn(String message) {
        System.getLogger(AlertReporterProvider.class.getName()).log(Level.WARNING, message);
    }
}
