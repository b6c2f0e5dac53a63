package dev.junitllm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {

    /** What a command printed, and the code it ended with. */
    private record Said(int code, String out, String err) {}

    @Test
    void saysWhatFortyCasesCanShow() {
        Said said = run("plan", "--cases", "40");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("""
                The set: 40 cases, 1 sample of each
                  A perfect run shows a pass rate of at least 0.928 (confidence 0.95).
                  @PassRate(atLeast = 0.9, confidence = 0.95): takes 40 of 40. An application of rate 0.95 passes in 13 of 100 runs.
                  Beside a baseline it sees a drop of 0.148 with power 0.8, where 0.15 of the cases come out differently; smaller ones by luck alone.
                """);
    }

    @Test
    void saysBeforehandThatFortyCasesCannotSeeFivePoints() {
        assertThat(run("plan", "--cases", "40", "--drop", "0.05").out()).contains("""
                To see a drop of 0.05 (confidence 0.95, power 0.8, 0.15 of the cases come out differently):
                  369 cases to notice it where it is there,
                  371 cases for @NoRegression(maxDrop = 0.05) to pass where nothing has changed.
                """);
    }

    @Test
    void saysWhatStoppingEarlySaves() {
        assertThat(run("plan", "--cases", "40").out()).endsWith("""
                To tell a rate of 0.95 from 0.9 (wrong in 5 of 100 runs at most, either way):
                  all at once    298 samples, of which 277 must pass
                  stopping early, 894 samples at most:
                    true rate   mean samples   95 of 100 runs   passes   saved
                         0.85             56           <= 122        0    81 %
                          0.9            143           <= 358    0.047    52 %
                        0.925            254           <= 676    0.428    15 %
                         0.95            167           <= 374    0.962    44 %
                            1             56            <= 56        1    81 %
                  Written as @Samples(max = 23, stopEarly = true) and @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95).
                """);
    }

    @Test
    void saysWhatItCosts() {
        String out = run("plan", "--cases", "40", "--price", "0.002").out();

        assertThat(out)
                .contains("The set: 40 cases, 1 sample of each (costs 0.08)\n")
                .contains("298 samples, of which 277 must pass (costs 0.60)\n")
                .contains("   mean cost\n");
        assertThat(run("plan", "--cases", "2", "--price", "0.00001").out())
                .contains("1 sample of each (costs 0.000020)\n");
    }

    @Test
    void saysThatABarIsOutOfReach() {
        assertThat(run("plan", "--cases", "20", "--at-least", "0.95", "--target", "0.99")
                        .out())
                .contains("@PassRate(atLeast = 0.95, confidence = 0.95): out of reach."
                        + " Even a perfect run can't show it; 59 cases are needed.\n");
    }

    @Test
    void weighsSamplesOfOneCaseByHowAlikeTheyAre() {
        assertThat(run("plan", "--cases", "100", "--samples", "5").out())
                .contains("The set: 100 cases, 5 samples of each\n")
                .contains("Samples of one case are alike (0.5): 500 samples tell as much about the rate as 166.667 that"
                        + " stand alone.\n");
    }

    @Test
    void countsTheCasesOfAGoldenSet(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("set.jsonl"), """
                {"id": "a", "input": "1", "expected": "1"}
                {"id": "b", "input": "2", "expected": "2"}
                """);

        assertThat(run("plan", "--golden", file.toString()).out()).startsWith("The set: 2 cases, 1 sample of each\n");
    }

    @Test
    void namesFileAndLineOfABrokenGoldenSet(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("set.jsonl"), "{\"id\": \"a\", \"input\": \"1\"}\n{\n");

        Said said = run("plan", "--golden", file.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("set.jsonl:2").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "--cases,0,'--cases is at least 1, unlike 0'",
        "--at-least,1,'--at-least is between 0 and 1, unlike 1.0'",
        "--target,0.9,'--target is above --at-least, up to 1, unlike 0.9'",
        "--drop,0.2,'--drop is above 0, and at most --discordant, unlike 0.2'",
        "--confidence,1,'--confidence is from 0.5, below 1, unlike 1.0'",
        "--power,NaN,'--power is between 0 and 1, unlike NaN'",
        "--price,-1,'--price is at least 0, unlike -1'"
    })
    void namesTheOptionThatIsWrong(String option, String value, String message) {
        Said said = option.equals("--cases") ? run("plan", option, value) : run("plan", "--cases", "40", option, value);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith(message);
    }

    @Test
    void asksForOneSet() {
        assertThat(run("plan").err()).startsWith("the set: give either --golden or --cases");
        assertThat(run("plan", "--cases", "4", "--golden", "a.jsonl").code()).isEqualTo(2);
    }

    @Test
    void explainsItself() {
        assertThat(run("plan", "--help").out())
                .contains("Says what a golden set can show")
                .contains("--discordant=SHARE")
                .contains("Default: 0.15");
        assertThat(run("--version").out()).startsWith("junit-llm ");
    }

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Said(
                code,
                out.toString().replace(System.lineSeparator(), "\n"),
                err.toString().replace(System.lineSeparator(), "\n"));
    }
}
