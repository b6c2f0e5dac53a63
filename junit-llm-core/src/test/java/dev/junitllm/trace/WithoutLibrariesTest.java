package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/** What is the user's to bring may be absent: everything else works without it. */
class WithoutLibrariesTest {

    private static final Pattern USERS = Pattern.compile(
            "(?:okhttp|okio|kotlin|mockwebserver|langchain4j|spring|micrometer|reactor|opentelemetry-exporter|opentelemetry-sdk-extension|allure|logback|slf4j|jul-to-slf4j).*\\.jar");

    @Test
    void tracesWithNothingButWhatCoreBrings() throws Exception {
        try (URLClassLoader core = core()) {
            assertThatThrownBy(() -> core.loadClass("okhttp3.OkHttpClient")).isInstanceOf(ClassNotFoundException.class);

            assertThatCode(() -> run(core, "off")).doesNotThrowAnyException();
        }
    }

    @Test
    void tracesWithNothingOfSlf4jButItsInterfaces() throws Exception {
        try (URLClassLoader core = core(jar -> !USERS.matcher(jar).matches() || jar.startsWith("slf4j-api"))) {
            core.loadClass("org.slf4j.LoggerFactory");

            assertThatCode(() -> run(core, "off")).doesNotThrowAnyException();
        }
    }

    @Test
    void leavesLogbackAloneWhereSlf4jIsSomebodyElses() throws Exception {
        System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
        try (URLClassLoader core = core(jar -> true)) {
            assertThatCode(() -> run(core, "off")).doesNotThrowAnyException();

            assertThat(core.loadClass("org.slf4j.LoggerFactory")
                            .getMethod("getILoggerFactory")
                            .invoke(null))
                    .extracting(factory -> factory.getClass().getSimpleName())
                    .isEqualTo("NOPLoggerFactory");
        } finally {
            System.clearProperty("slf4j.provider");
        }
    }

    @Test
    void saysWhatSendingNeeds() throws Exception {
        try (URLClassLoader core = core()) {
            assertThatThrownBy(() -> run(core, "on"))
                    .rootCause()
                    .hasMessageContaining(
                            "traces are to be sent to http://localhost:9, which needs io.opentelemetry:opentelemetry-exporter-otlp");
        }
    }

    private static void run(ClassLoader core, String sending) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(core);
        try {
            core.loadClass(OneTrace.class.getName())
                    .getMethod("run", String.class)
                    .invoke(null, sending);
        } catch (InvocationTargetException e) {
            throw new IOException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URLClassLoader core() {
        return core(jar -> !USERS.matcher(jar).matches());
    }

    private static URLClassLoader core(Predicate<String> jars) {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> jars.test(path.getFileName().toString()))
                .map(WithoutLibrariesTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Run by a class loader of its own. */
    public static final class OneTrace {

        private OneTrace() {}

        public static void run(String sending) {
            Configuration configuration = Configuration.of(
                    name -> name.equals("junit.llm.otlp")
                            ? Optional.of(sending)
                            : name.equals("junit.llm.otlp.endpoint")
                                    ? Optional.of("http://localhost:9")
                                    : Optional.empty(),
                    Map.of());
            assertThat(Configuration.knownKeys()).isNotEmpty();
            try (RunTraces run = new RunTraces(configuration, Capture.of(configuration))) {
                OpenTrace trace = run.begin("test", Map.of()).orElseThrow();
                run.ended(run.safe(trace.end(false)));
            }
        }
    }
}
