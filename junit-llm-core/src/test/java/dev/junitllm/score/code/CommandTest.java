package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = Machine.HAS_SANDBOX, disabledReason = Machine.NO_SANDBOX)
@Timeout(60)
class CommandTest {

    private static final String TESTS = "[ \"$(add 1 2)\" = 3 ] || exit 1";

    private final CodeTests shell = CodeTests.command("main.sh", "echo '{token}'", "sh", "{file}");
    private final CodeTests trusting = CodeTests.command("main.sh", "", "sh", "{file}");

    @Test
    void runsCodeTestsAndEpilogueInOneFile() throws Exception {
        assertThat(score(shell, "add() { echo $(($1 + $2)); }", TESTS).value()).hasValue(1);
        Score wrong = score(shell, "add() { echo $(($1 - $2)); }", TESTS);
        assertThat(wrong.value()).hasValue(0);
        assertThat(wrong.reason()).isEqualTo("the program ended with exit code 1");
    }

    @Test
    void anEpilogueThatIsNotReachedIsNoPass() throws Exception {
        Score score = score(shell, "exit 0", TESTS);

        assertThat(score.value()).hasValue(0);
        assertThat(score.reason()).isEqualTo("the program ended with exit code 0 before its epilogue");
        assertThat(score(trusting, "exit 0", TESTS).value()).hasValue(1); // as documented
    }

    @Test
    void findsTheLastWordBehindMuchOutput() throws Exception {
        assertThat(score(shell, "seq 1 100000; add() { echo 3; }", TESTS).value())
                .hasValue(1);
    }

    @Test
    void aCommandThatIsAbsentIsAnError() {
        CodeTests absent = CodeTests.command("main.xyz", "", "no-such-language", "{file}");

        assertThatThrownBy(() -> score(absent, "x", "y"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_INTERPRETER"))
                .hasMessageStartingWith("no-such-language is not to be found in the sandbox");
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeTests.command("main.sh", ""))
                .withMessage("command = {}: name the program that runs the code, and its arguments");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeTests.command("../main.sh", "", "sh", "{file}"))
                .withMessage("file = \"../main.sh\": give the file a plain name, such as main.rb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeTests.command("main.sh", "", "sh", "main.sh"))
                .withMessage("command = [sh, main.sh]: no part holds {file}, so the code would not be run");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeTests.command("main.sh", "echo done", "sh", "{file}"))
                .withMessage("epilogue = \"echo done\": it has to print {token}");
    }
}
