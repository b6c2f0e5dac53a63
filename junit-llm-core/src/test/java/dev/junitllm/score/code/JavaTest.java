package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Tag("every-jdk")
@EnabledIf(value = Machine.RUNS_JAVA, disabledReason = Machine.NO_JAVA)
@Timeout(180)
class JavaTest {

    private static final String TESTS = """
            import java.util.*;

            class AddTests {
                public static void main(String[] args) {
                    assert Adding.add(1, 2) == 3 : "one and two";
                    Runnable more = () -> { if (Adding.add(0, 0) != 0) throw new IllegalStateException(); };
                    more.run();
                }
            }
            """;

    private final CodeTests java = CodeTests.java();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Adding { static int add(int a, int b) { return a + b; } }",
                "import java.util.stream.*;\npublic class Adding { public static int add(int a, int b) { System.out.println(a); return IntStream.of(a, b).sum(); } }",
                "record Pair(int a, int b) {}\nfinal class Adding { static int add(int a, int b) { return new Pair(a, b).a() + b; } }",
                "class Adding { static int add(int a, int b) { return a + b; } static { new Thread(() -> { while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) {} } }).start(); } }"
            })
    void passesWhatPasses(String code) throws Exception {
        Score score = score(java, code, TESTS);

        assertThat(score.value()).as(score.reason()).hasValue(1);
    }

    @Test
    void saysWhatFailed() throws Exception {
        assertThat(score(java, "class Adding { static int add(int a, int b) { return a - b; } }", TESTS)
                        .reason())
                .isEqualTo("the tests failed: java.lang.AssertionError: one and two, line 5 of the tests");
        assertThat(score(java, "class Adding { static int add(int a, int b) { return a + } }", TESTS)
                        .reason())
                .isEqualTo("the code can't be read: Solution.java, line 1: illegal start of expression");
        assertThat(score(java, "class Adding { static int plus(int a, int b) { return a + b; } }", TESTS)
                        .reason())
                .startsWith("the code failed before its tests: Tests.java, line 5: cannot find symbol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "Runtime.getRuntime().halt(0);",
                "System.out.println(\"passed\"); System.exit(0);",
                "throw new Error();",
                "return add(a, b);",
                "for (int i = 0; true; i++) if (i > 9) throw new ThreadDeath();",
                "ProcessHandle.current().parent().get().destroyForcibly(); System.exit(0);"
            })
    void tricksAreNoPass(String body) throws Exception {
        Score score = score(
                java,
                "class Adding { static int add(int a, int b) { " + body
                        + (body.contains("exit") || body.contains("halt") ? " return 0;" : "") + " } }",
                TESTS);

        assertThat(score.value()).as(score.reason()).hasValue(0);
        assertThat(score.reason()).doesNotContain("can't be read");
    }

    @Test
    void isHeldToItsLimits() throws Exception {
        CodeTests brief = java.limits(CodeLimits.DEFAULT.cpu(Duration.ofSeconds(3)));
        CodeTests tight = java.limits(CodeLimits.DEFAULT.memory(64L << 20));

        assertThat(score(brief, "class Adding { static int add(int a, int b) { while (true) {} } }", TESTS)
                        .details())
                .containsEntry("ended", "timeout");
        Score hoarding = score(
                tight,
                "class Adding { static int add(int a, int b) { var hoard = new java.util.ArrayList<long[]>(); while (true) hoard.add(new long[1 << 18]); } }",
                TESTS);
        assertThat(hoarding.details()).as(hoarding.reason()).containsEntry("ended", "memory");
    }

    @Test
    void testsWithoutMainAreAnError() {
        assertThatThrownBy(() -> score(java, "class A {}", "class Tests {}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_TESTS"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): Java tests are a class with 'public static void main(String[]"
                                + " args)', and these have none");
    }
}
