package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Trace;
import dev.junitllm.report.RunReporter;
import dev.junitllm.run.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietReporterTest {

    private static final Logger LOG = Logger.getLogger("dev.junitllm.report.allure");

    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private int calls;

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void logsTheFirstFailureAndGoesOn() {
        RunReporter reporter = new QuietReporter(() -> new Failing(new IllegalStateException("disk\u001b[31m full")));

        reporter.caseFinished(aCase(), Trace.NONE, "");
        reporter.caseFinished(aCase(), Trace.NONE, "");

        assertThat(calls).isEqualTo(2);
        assertThat(logged)
                .containsExactly(Level.WARNING + " Something is missing in the Allure report"
                        + " (java.lang.IllegalStateException: disk\\u001b[31m full)."
                        + " The tests are not affected; further failures of this kind are not logged.");
    }

    @Test
    void givesUpOnAnAllureThatDoesNotFit() {
        RunReporter reporter = new QuietReporter(() -> new Failing(new NoSuchMethodError("updateTestCase")));

        reporter.caseFinished(aCase(), Trace.NONE, "");
        reporter.caseFinished(aCase(), Trace.NONE, "");

        assertThat(calls).isEqualTo(1);
        assertThat(logged)
                .containsExactly(Level.WARNING
                        + " junit-llm doesn't report to Allure: the Allure on the class path doesn't fit"
                        + " (java.lang.NoSuchMethodError: updateTestCase)."
                        + " It is made for allure-jupiter 2.35; the tests are not affected.");
    }

    @Test
    void givesUpWhereAllureCannotEvenStart() {
        RunReporter reporter = new QuietReporter(() -> {
            calls++;
            throw new NoClassDefFoundError("org/slf4j/LoggerFactory");
        });

        reporter.caseFinished(aCase(), Trace.NONE, "");
        reporter.caseFinished(aCase(), Trace.NONE, "");

        assertThat(calls).isEqualTo(1);
        assertThat(logged).hasSize(1);
    }

    private static CaseResult aCase() {
        return Cases.of(QuietReporterTest.class, "answers").passed("a");
    }

    private final class Failing implements RunReporter {

        private final Throwable failure;

        private Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void caseFinished(CaseResult result, Trace trace, String selection) {
            calls++;
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
