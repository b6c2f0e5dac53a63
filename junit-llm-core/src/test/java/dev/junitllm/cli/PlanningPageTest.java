package dev.junitllm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/planning.md} says is printed is what is printed. */
class PlanningPageTest {

    private static final Pattern BLOCK = Pattern.compile("<!-- plan: (.*) -->\n```text\n((?:.*\n)*?)```");

    @Test
    void thePageShowsWhatThePlannerPrints() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "planning.md")));

        assertThat(block.find()).isTrue();
        StringWriter printed = new StringWriter();
        Main.commandLine().setOut(new PrintWriter(printed)).execute(("plan " + block.group(1)).split(" "));
        assertThat(block.group(2)).isEqualTo(printed.toString().replace(System.lineSeparator(), "\n"));
        assertThat(block.find()).isFalse();
    }
}
