package dev.junitllm.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How little a large golden set takes; how long it takes is the benchmark's to measure. */
class LargeSetTest {

    private static final int CASES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void completesInASmallHeap() throws IOException, InterruptedException {
        assertThat(run("-Xmx48m"))
                .hasValueSatisfying(measured -> assertThat(measured.passed()).isEqualTo(CASES));
    }

    @Test
    void saysSoWhereItDoesNotComplete() throws IOException, InterruptedException {
        assertThat(run("-Xmx4m")).isEmpty();
    }

    private Optional<Measurement> run(String heap) throws IOException, InterruptedException {
        Path golden = CaseFile.write(folder.resolve("golden"), CASES);
        String classPath = golden + File.pathSeparator + System.getProperty("java.class.path");
        return new ChildJvm(classPath, List.of(heap), folder.resolve("run")).run(GoldenSetTest.class, false);
    }
}
