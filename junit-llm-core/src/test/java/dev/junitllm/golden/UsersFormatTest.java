package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFormatTest {

    @TempDir
    private Path folder;

    @Test
    void readsAFormatFoundByTheServiceLoader() {
        GoldenFolder golden = new GoldenFolder(folder)
                .with("a.bars", "a|x|y\nb|u\u00fc|v\n")
                .with("b.bars.gz", GoldenFolder.gzip("c|x|y"));
        try (GoldenCases cases = golden.open("a.bars", "b.bars.gz")) {
            assertThat(cases.size()).isEqualTo(3);
            assertThat(cases.read(1).input()).isEqualTo("u\u00fc");
            assertThat(cases.read(1).location()).contains("a.bars:2");
        }
    }

    @Test
    void reportsWhatTheFormatRejects() {
        assertThat(new GoldenFolder(folder).refusal("a.bars", "a|x\nb|x|y\nc"))
                .containsExactly(
                        "a.bars:1: the line has no two bars; write id|input|expected",
                        "a.bars:3: the line has no two bars; write id|input|expected");
    }

    @Test
    void survivesAFormatThatCrashes() {
        assertThat(new GoldenFolder(folder).refusal("a.bars", "a|x|y\ncrash"))
                .containsExactly("a.bars: the format 'bars' failed with java.lang.IllegalStateException: I knew it;"
                        + " report this to whoever made the format");
    }

    @Test
    void reportsAFileThatCanNotBeRead() {
        assertThat(new GoldenFolder(folder).refusal("a.bars", "disk"))
                .containsExactly("a.bars: can't be read: the disk is on fire; check the file and its permissions");
    }

    @Test
    void takesNodesThatJsonGivesBackAsOthers() {
        try (GoldenCases cases =
                new GoldenFolder(folder).with("a.bars", "ten billion").open("a.bars")) {
            assertThat(cases.read(0).inputJson().doubleValue()).isEqualTo(1e10);
        }
    }
}
