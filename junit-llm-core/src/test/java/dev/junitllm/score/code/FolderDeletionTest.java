package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "skipped: nothing runs on Windows, which has no such links and permissions")
class FolderDeletionTest {

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(outside.resolve("folder"));
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws IOException {
        Path kept = Files.createDirectory(outside.resolve("kept"));
        Path file = Files.writeString(kept.resolve("file"), "x");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(folder.resolve("to-folder"), kept);
        Files.createSymbolicLink(folder.resolve("to-file"), file);
        Files.createSymbolicLink(folder.resolve("to-itself"), folder.resolve("to-itself"));
        Files.createSymbolicLink(folder.resolve("to-nothing"), Path.of("nothing"));
        Files.createSymbolicLink(inner.resolve("upwards"), Path.of("../.."));
        Files.createLink(folder.resolve("hard"), file);

        FolderDeletion.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(file).hasContent("x");
    }

    @Test
    void deletesNothingBehindALinkInItsOwnPlace() throws IOException {
        Path kept = Files.createDirectory(outside.resolve("kept"));
        Files.writeString(kept.resolve("file"), "x");
        Path link = Files.createSymbolicLink(outside.resolve("link"), kept);

        FolderDeletion.delete(link);

        assertThat(link).doesNotExist();
        assertThat(kept).isNotEmptyDirectory();
    }

    @Test
    void deletesWhatNobodyMayEnter() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(locked.resolve("file"), "x");
        for (Path path = locked; !path.equals(folder); path = path.getParent()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        }

        FolderDeletion.delete(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void deletesDeeperThanAnyPathReaches() throws IOException {
        // 1,000 folders in one another: built from the inside, since a path to the innermost would be too long
        Path tower = Files.createDirectory(folder.resolve("tower-0"));
        for (int level = 1; level <= 1_000; level++) {
            Path around = Files.createDirectory(folder.resolve("tower-" + level));
            Files.move(tower, around.resolve("inner"));
            tower = around;
        }

        FolderDeletion.delete(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void deletesNamesOfEveryKind() throws IOException {
        Files.writeString(folder.resolve("line\nbreak"), "x");
        Files.writeString(folder.resolve("-rf"), "x");
        Files.writeString(folder.resolve("x".repeat(255)), "x");
        Files.createDirectory(folder.resolve("..."));

        FolderDeletion.delete(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void doesNothingWhereThereIsNothing() {
        FolderDeletion.delete(outside.resolve("absent"));

        assertThat(folder).exists();
    }
}
