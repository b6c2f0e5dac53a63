package dev.junitllm.benchmark;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the golden file that both kinds of test read: some 200 bytes a case. */
final class CaseFile {

    /** Where both find it on their class path. */
    static final String NAME = "cases.jsonl";

    private CaseFile() {}

    /** Writes {@value #NAME} into a folder and returns the folder. */
    static Path write(Path folder, int cases) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8);
                JsonGenerator json = JsonMapper.builder().build().createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (int i = 1; i <= cases; i++) {
                json.writeStartObject();
                json.writeStringField("id", String.format(Locale.ROOT, "question-%06d", i));
                json.writeStringField("input", Application.question(i));
                json.writeStringField("expected", Application.answer(Application.question(i)));
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
        return folder;
    }
}
