package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.WithAttachments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes attachments and links them to the result they belong to. Not through Allure's static methods: those go by the
 * thread, attach to whatever step was left open, and lose what comes from a pool.
 */
final class Attachments {

    /** More than a person reads; a report opens with all of it. */
    private static final int MOST_CHARACTERS = 200_000;

    private final AllureLifecycle lifecycle;

    Attachments(AllureLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Attaches text of a model or a golden file, made visible and cut. */
    void text(WithAttachments to, String name, String text) {
        write(to, name, "text/plain", ".txt", Printable.block(text, MOST_CHARACTERS));
    }

    void html(WithAttachments to, String name, String page) {
        write(to, name, "text/html", ".html", page);
    }

    private void write(WithAttachments to, String name, String type, String ending, String content) {
        String source = UUID.randomUUID() + "-attachment" + ending;
        lifecycle.writeAttachment(source, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        to.getAttachments().add(new Attachment().setName(name).setType(type).setSource(source));
    }
}
