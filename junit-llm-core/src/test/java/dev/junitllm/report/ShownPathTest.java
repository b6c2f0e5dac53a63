package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownPathTest {

    @TempDir
    private Path folder;

    @Test
    void startsAtTheProjectsRootEvenWhereTheTestsRunInAModule() throws IOException {
        Path module = Files.createDirectories(folder.resolve("apps/bot"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.createFile(module.resolve("pom.xml"));

        assertThat(ShownPath.of(module.resolve("target/summary.md"), module))
                .isEqualTo(Path.of("apps/bot/target/summary.md").toString());
    }

    @Test
    void startsAtTheWorkingFolderWhereThereIsNoBuildFile() {
        assertThat(ShownPath.of(folder.resolve("target/summary.md"), folder))
                .isEqualTo(Path.of("target/summary.md").toString());
    }

    @Test
    void showsTheWholePathOfWhatLiesElsewhere() throws IOException {
        Path working = Files.createDirectories(folder.resolve("here"));
        Path file = folder.resolve("there/summary.md");

        assertThat(ShownPath.of(file, working)).isEqualTo(file.toString());
    }
}
