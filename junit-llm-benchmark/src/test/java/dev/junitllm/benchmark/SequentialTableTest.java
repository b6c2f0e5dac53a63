package dev.junitllm.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTableTest {

    @Test
    void isWhatThePageShows() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "statistics.md"));

        assertThat(SequentialTable.likelihoodRatio())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(page).contains(row));
    }
}
