package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestModuleTest {

    @TempDir
    Path folder;

    @Test
    void isTheFolderThatMavenNamesWhereTheClassesLieBelowIt() throws IOException {
        Path module = module("app", "pom.xml");

        assertThat(TestModule.of(Optional.of(module.resolve("target/test-classes")), module.toString(), folder))
                .isEqualTo(new TestModule(module, module.resolve("target")));
    }

    @Test
    void isTheNearestFolderWithABuildFileAboveTheClasses() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));
        Path maven = module("app", "pom.xml");
        Path gradle = module("lib", "build.gradle.kts");

        assertThat(TestModule.of(Optional.of(maven.resolve("target/test-classes")), null, folder))
                .isEqualTo(new TestModule(maven, maven.resolve("target")));
        assertThat(TestModule.of(Optional.of(gradle.resolve("build/classes/java/test")), null, folder))
                .isEqualTo(new TestModule(gradle, gradle.resolve("build")));
    }

    @Test
    void isAnotherModuleThanMavenNamesWhereTheClassesLieElsewhere() throws IOException {
        Path running = module("app", "pom.xml");
        Path other = module("lib", "pom.xml");

        assertThat(TestModule.of(Optional.of(other.resolve("target/test-classes")), running.toString(), folder))
                .isEqualTo(new TestModule(other, other.resolve("target")));
    }

    @Test
    void writesWhereverTheClassesOfAnIdeLie() throws IOException {
        Path module = module("app", "pom.xml");

        assertThat(TestModule.of(Optional.of(module.resolve("bin/test")), null, folder))
                .isEqualTo(new TestModule(module, module.resolve("bin")));
    }

    @Test
    void isTheWorkingFolderWhereNothingElseIsKnown() {
        assertThat(TestModule.of(Optional.empty(), null, folder))
                .isEqualTo(new TestModule(folder, folder.resolve("target")));
    }

    private Path module(String name, String buildFile) throws IOException {
        Path module = Files.createDirectory(folder.resolve(name));
        Files.createFile(module.resolve(buildFile));
        return module;
    }
}
