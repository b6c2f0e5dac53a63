package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads the settings from JUnit's configuration parameters and refuses those nobody understands. JUnit gives an
 * extension no list of parameters, so the places they come from are searched; what Surefire's
 * {@code configurationParameters} hold is checked by {@link ConfigurationListener}.
 */
final class ConfigurationReading {

    private ConfigurationReading() {}

    static Configuration of(ExtensionContext context) {
        ConfigurationCheck check = ConfigurationCheck.forKnownKeys();
        check.parameters("the system properties", System.getProperties().stringPropertyNames());
        check.parameters("junit-platform.properties", propertiesFile().stringPropertyNames());
        check.environment(System.getenv().keySet());
        check.refuseUnknown();
        return Configuration.of(context::getConfigurationParameter, System.getenv());
    }

    /** The settings as far as they can be known where JUnit gives no context to ask. */
    static Configuration withoutContext() {
        Properties file = propertiesFile();
        return Configuration.of(
                key -> Optional.ofNullable(System.getProperty(key, file.getProperty(key))), System.getenv());
    }

    private static Properties propertiesFile() {
        Properties properties = new Properties();
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        try (InputStream in = loader.getResourceAsStream("junit-platform.properties")) {
            if (in != null) { // JUnit reads the first on the class path, too
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("junit-platform.properties can't be read", e);
        }
        return properties;
    }
}
