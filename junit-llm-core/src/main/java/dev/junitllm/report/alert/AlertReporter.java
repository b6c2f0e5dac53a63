package dev.junitllm.report.alert;

import dev.junitllm.report.RunReporter;
import dev.junitllm.report.SetReport;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.TestId;
import dev.junitllm.trace.Redactor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sends an alert where a golden set fails the build or begins to drift: one at most for each golden set and run. */
final class AlertReporter implements RunReporter {

    private final AlertSender sender;
    private final AlertFormat format;
    private final Redactor redactor;
    private final Consumer<String> warn;
    private final Set<TestId> alerted = ConcurrentHashMap.newKeySet();

    AlertReporter(AlertSender sender, AlertFormat format, Redactor redactor, Consumer<String> warn) {
        this.sender = sender;
        this.format = format;
        this.redactor = redactor;
        this.warn = warn;
    }

    @Override
    public void setFinished(SetReport set, RunRecord run) {
        try {
            Optional<Alert> alert = Alert.of(set, run, redactor::redact);
            if (alert.isPresent() && alerted.add(set.set().test())) {
                sender.send(format.write(alert.get())).ifPresent(why -> warn(set, why));
            }
        } catch (RuntimeException e) {
            warn(set, "it could not be made (" + e.getClass().getName() + ")");
        }
    }

    private void warn(SetReport set, String why) {
        warn.accept("the alert of " + set.set().test().displayName() + " was not sent: " + why);
    }
}
