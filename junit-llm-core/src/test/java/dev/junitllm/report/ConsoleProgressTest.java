package dev.junitllm.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.TestId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private static final TestId BOT = new TestId("demo.BotEvalTest", "answers");
    private static final TestId RIVERS = new TestId("demo.RiverEvalTest", "flows");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    @Test
    void printsALineForEachSetThatRuns() {
        ConsoleProgress progress = progress(false);
        progress.setBegan(BOT, 40);
        progress.setBegan(RIVERS, 3);
        progress.caseBegan(BOT, "a");
        progress.caseEnded(BOT, "a", CaseOutcome.PASSED);
        progress.caseBegan(BOT, "b");
        progress.caseEnded(BOT, "b", CaseOutcome.ERROR);

        progress.tick();

        assertThat(printed()).isEqualTo("""
                junit-llm: BotEvalTest.answers 2/40, 1 not passed
                junit-llm: RiverEvalTest.flows 0/3
                """);
    }

    @Test
    void namesTheCaseThatIsOpenLongest() {
        ConsoleProgress progress = progress(false);
        progress.setBegan(BOT, 2);
        progress.caseBegan(BOT, "slow\n");
        now.addAndGet(TimeUnit.SECONDS.toNanos(71));
        progress.caseBegan(BOT, "quick");

        progress.tick();

        assertThat(printed()).isEqualTo("junit-llm: BotEvalTest.answers 0/2, longest open: slow\\n for 1 min 11 s\n");
    }

    @Test
    void writesItsLineOverOnATerminalAndTakesItAwayInTheEnd() {
        ConsoleProgress progress = progress(true);
        progress.setBegan(BOT, 2);
        progress.tick();
        progress.caseEnded(BOT, "a", CaseOutcome.PASSED);
        progress.tick();
        progress.setEnded(BOT);

        assertThat(printed())
                .isEqualTo("junit-llm: BotEvalTest.answers 0/2"
                        + "\r\u001b[2Kjunit-llm: BotEvalTest.answers 1/2"
                        + "\r\u001b[2K");
    }

    @Test
    void isSilentBeforeAndAfterTheSets() {
        ConsoleProgress progress = progress(false);
        progress.tick();
        progress.setBegan(BOT, 1);
        progress.setEnded(BOT);
        progress.caseEnded(BOT, "late", CaseOutcome.PASSED);
        progress.tick();
        progress.close();

        assertThat(printed()).isEmpty();
    }

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(new PrintStream(bytes, true, UTF_8), terminal, now::get, null);
    }

    private String printed() {
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
