package dev.junitllm.score.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The scripts that lie beside this class. */
final class Scripts {

    static final String NAMESPACES = "namespaces.sh";

    static final String FILTER = "system-calls.bpf";

    /** What every launch needs. */
    static final Map<String, byte[]> LAUNCH = Map.of(
            LimitsScript.NAME,
            read(LimitsScript.NAME),
            NAMESPACES,
            read(NAMESPACES),
            FILTER,
            SystemCallFilter.ofThisMachine().map(SystemCallFilter::program).orElse(new byte[0]));

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
