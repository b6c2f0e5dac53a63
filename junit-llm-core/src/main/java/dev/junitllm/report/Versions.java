package dev.junitllm.report;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The versions a run was made with. */
final class Versions {

    private static final String POM = "/META-INF/maven/dev.junitllm/junit-llm-core/pom.properties";

    private Versions() {}

    static Map<String, String> ofLibraries() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("junit-llm", ownVersion());
        versions.put("junit", implementationVersion("org.junit.jupiter.api.Test"));
        versions.put("jackson", PackageVersion.VERSION.toString());
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }

    private static String ownVersion() {
        try (InputStream in = Versions.class.getResourceAsStream(POM)) {
            if (in == null) {
                return "unpackaged";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("the own version can't be read", e);
        }
    }

    /** By name, since no JUnit type may be used below the Jupiter glue. */
    private static String implementationVersion(String type) {
        try {
            String version = Class.forName(type).getPackage().getImplementationVersion();
            return version == null ? "unknown" : version;
        } catch (ClassNotFoundException e) {
            return "absent";
        }
    }
}
