package dev.junitllm.score.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The scripts that lie beside this class. */
final class Scripts {

    /** What every launch needs. */
    static final Map<String, byte[]> LAUNCH = Map.of(
            LaunchSteps.LIMITS_SCRIPT, read(LaunchSteps.LIMITS_SCRIPT),
            LaunchSteps.NAMESPACES_SCRIPT, read(LaunchSteps.NAMESPACES_SCRIPT));

    private Scripts() {}

    static byte[] read(String name) {
        try (InputStream resource = Scripts.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
