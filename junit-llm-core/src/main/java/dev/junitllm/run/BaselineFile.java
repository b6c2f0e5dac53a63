package dev.junitllm.run;

import dev.junitllm.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the baseline of a test is kept: {@code src/test/llm-baselines/<class>.<method>.json} of its module, a file that is
 * committed and reviewed.
 *
 * @param path the file, which need not exist
 * @param shown its path below the module's folder, for messages
 */
public record BaselineFile(Path path, String shown) {

    private static final String FOLDER = "src/test/llm-baselines";

    /**
     * The file of a test.
     *
     * @param module the test's module
     * @param test the test
     * @return the file; two tests have the same only where a file system could not tell their names apart
     */
    public static BaselineFile of(TestModule module, TestId test) {
        String name = TestFileName.of(test);
        return new BaselineFile(module.folder().resolve(FOLDER).resolve(name), FOLDER + "/" + name);
    }

    /**
     * Reads the baseline.
     *
     * @param owner the test it must belong to
     * @return the baseline, or empty where there is none
     * @throws BaselineException naming file and line, where it is no baseline of the test
     */
    public Optional<Baseline> read(TestId owner) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new BaselineException(shown + ": the file is not in UTF-8, as which every baseline is written", e);
        } catch (IOException e) {
            throw new BaselineException(shown + ": the baseline can't be read: " + e, e);
        }
        Baseline baseline = new BaselineReader(shown).read(text);
        if (!baseline.belongsTo(owner)) {
            throw new BaselineException(
                    "%s: the baseline belongs to %s.%s, not to %s.%s: give one of the two golden sets another name, @GoldenSet(name = \"…\"), or delete the file where that test is gone"
                            .formatted(
                                    shown,
                                    Printable.line(baseline.className(), 200),
                                    Printable.line(baseline.method(), 200),
                                    owner.className(),
                                    owner.method()));
        }
        return Optional.of(baseline);
    }

    /**
     * Writes the baseline, replacing an earlier one in one step.
     *
     * @param baseline the baseline
     * @return false where the file says the same already, and was left alone
     * @throws BaselineException where it can't be written
     */
    public boolean write(Baseline baseline) {
        try {
            byte[] content = BaselineWriter.write(baseline).getBytes(StandardCharsets.US_ASCII);
            if (Files.isRegularFile(path) && java.util.Arrays.equals(Files.readAllBytes(path), content)) {
                return false;
            }
            Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(folder, ".baseline", ".tmp");
            try {
                Files.write(draft, content);
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return true;
        } catch (IOException e) {
            throw new BaselineException(shown + ": the baseline can't be written: " + e, e);
        }
    }
}
