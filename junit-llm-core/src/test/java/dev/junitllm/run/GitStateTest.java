package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {

    @TempDir
    Path folder;

    @Test
    void isUnknownOutsideACheckout() {
        assertThat(GitState.of(folder)).isEmpty();
    }

    @Test
    void namesTheCommitAndWhetherTrackedFilesDifferFromIt() throws Exception {
        assumeTrue(git("init", "-q") == 0, "skipped: there is no git here");
        assertThat(GitState.of(folder)).as("without a commit").isEmpty();
        Files.writeString(folder.resolve("a.txt"), "one");
        git("add", "a.txt");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one");

        assertThat(GitState.of(folder)).hasValueSatisfying(state -> {
            assertThat(state.commit()).matches("[0-9a-f]{40}");
            assertThat(state.dirty()).isFalse();
        });

        Files.writeString(folder.resolve("untracked.txt"), "x");
        assertThat(GitState.of(folder).orElseThrow().dirty()).isFalse();
        Files.writeString(folder.resolve("a.txt"), "two");
        assertThat(GitState.of(folder).orElseThrow().dirty()).isTrue();
    }

    private int git(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(
                            Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return List.of(e).size();
        }
    }
}
