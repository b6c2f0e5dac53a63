package dev.junitllm.judge.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The words around every instruction and around the data.
 *
 * @param system the system message
 * @param task what stands behind the data
 * @param repair what is said to a reply that can't be used
 */
record Frame(Template system, Template task, Template repair) {

    static Frame read() {
        return new Frame(template("system.md"), template("task.md"), template("repair.md"));
    }

    private static Template template(String file) {
        try (InputStream stream = Frame.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
