package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(value = Machine.RUNS_PYTHON, disabledReason = Machine.NO_PYTHON)
@Timeout(120)
class PythonTest {

    private static final String ADD = "def add(a, b):\n    return a + b\n";
    private static final String CHECK = "def check(candidate):\n    assert candidate(1, 2) == 3\n";

    private final CodeTests python = CodeTests.python();

    @Test
    void passesWhatPasses() throws Exception {
        Score score = score(python, ADD, CHECK, "add");

        assertThat(score.value()).hasValue(1);
        assertThat(score.reason()).isEqualTo("the tests passed");
        assertThat(score.details()).containsEntry("ended", "passed").containsKeys("seconds", "sandbox");
    }

    @Test
    void saysWhichTestFailed() throws Exception {
        assertReason(
                score(python, "def add(a, b):\n    return a - b\n", CHECK, "add"),
                "failed",
                "the tests failed: AssertionError, line 2 of the tests: assert candidate(1, 2) == 3");
        assertReason(
                score(python, "def add(a, b):\n    return [][a]\n", CHECK, "add"),
                "failed",
                "the tests failed: IndexError: list index out of range, line 2 of the tests: assert candidate(1, 2) == 3");
    }

    @Test
    void saysWhatIsWrongWithTheCode() throws Exception {
        assertThat(score(python, "Sorry, I can't do that.", CHECK, "add").reason())
                .startsWith("the code can't be read: SyntaxError:");
        assertReason(score(python, "x = 1", CHECK, "add"), "failed", "the code defines no add");
        assertReason(
                score(python, "1 / 0", CHECK, "add"),
                "failed",
                "the code failed before its tests: ZeroDivisionError: division by zero");
        assertReason(score(python, ADD + "\0", CHECK, "add"), "syntax error", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import sys; sys.exit(0)",
                "import os; os._exit(0)",
                "raise SystemExit",
                "quit()",
                "def add(a, b):\n    import os; os._exit(0)",
                "def add(a, b):\n    exit(0)",
                "import atexit, os; atexit.register(os._exit, 0)\ndef add(a, b): raise SystemExit(0)",
                "import os\nif os.fork(): os._exit(0)\ndef add(a, b): return a + b",
                "print('passed')\nimport os; os._exit(0)",
                "import threading, os\ndef add(a, b):\n    threading.Thread(target=os._exit, args=(0,)).start()\n    import time; time.sleep(20)",
                "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
                "import os; os.abort()",
                "import os; os.execvp('true', ['true'])"
            })
    void leavingEarlyIsNoPass(String code) throws Exception {
        Score score = score(python, code, CHECK, "add");

        assertThat(score.value()).as(score.reason()).hasValue(0);
        assertThat((String) score.details().get("ended")).isIn("left early", "crashed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def check(candidate): pass\ndef add(a, b): return 0",
                "import os\nos._exit = os.write = os.read = lambda *rest: None\ndef add(a, b): return 0",
                "import sys\nsys.excepthook = lambda *rest: None\nsys.settrace(None)\ndef add(a, b): return 0",
                "import builtins\nbuiltins.AssertionError = Warning\nAssertionError = Warning\ndef add(a, b): return 0",
                "import sys\nsys.modules['os'] = None\nsys.modules['__main__'] = None\ndef add(a, b): return 0",
                "import builtins\nbuiltins.compile = builtins.exec = builtins.open = lambda *rest: None\ndef add(a, b): return 0",
                "import builtins\nbuiltins.dict = builtins.isinstance = builtins.getattr = builtins.vars = lambda *rest: 0\ndef add(a, b): return 0"
            })
    void replacingPartsOfTheLanguageIsNoPass(String code) throws Exception {
        assertThat(score(python, code, CHECK, "add").value()).hasValue(0);
    }

    @Test
    void takesTestsInManyForms() throws Exception {
        String unit = """
                import unittest
                class TestAdd(unittest.TestCase):
                    def test_sum(self):
                        self.assertEqual(add(1, 2), 3)
                """;
        String functions = "def test_sum():\n    assert add(1, 2) == 3\n";
        String coroutine = "async def test_sum():\n    assert add(1, 2) == 3\n";
        String lines = "assert add(1, 2) == 3";

        for (String tests : List.of(unit, functions, coroutine, lines, CHECK + "check(add)")) {
            assertThat(score(python, ADD, tests).value()).as(tests).hasValue(1);
            Score wrong = score(python, "def add(a, b): return 0", tests);
            assertThat(wrong.value()).as(tests).hasValue(0);
            assertThat(wrong.reason()).contains("AssertionError");
        }
    }

    @Test
    void takesTestsAsAListOfLines() throws Exception {
        ObjectNode metadata = (ObjectNode) new ObjectMapper()
                .readTree("{'test_list': ['assert add(1, 2) == 3', 'assert add(0, 0) == 0']}".replace('\'', '"'));
        GoldenCase golden =
                GoldenCase.builder("mbpp-1", "Write add.").metadata(metadata).build();

        assertThat(python.tests("/test_list").score(golden, Actual.of(ADD)).value())
                .hasValue(1);
    }

    @Test
    void aCaseWithoutTestsIsAnError() {
        for (String tests : List.of("", " \n")) {
            assertThatThrownBy(() -> score(python, ADD, tests))
                    .isInstanceOfSatisfying(
                            ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_TESTS"))
                    .hasMessage(
                            "case 'case-1' (golden/a.jsonl:3): there are no tests at /test in its metadata, as a text or a"
                                    + " list of lines");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHECK,
                "# todo",
                "\"Tests of add.\"\nimport math\npass",
                "METADATA = {}\ndef verify():\n    assert add(1, 2) == 3",
                "def verify():\n    assert add(1, 2) == 3\nif __name__ == '__main__':\n    verify()",
                "def test_add(a, b=2):\n    assert add(a, b) == 3",
                "def test_sum():\n    assert add(1, 2) == 3\ndef test_add(a):\n    assert add(a, 2) == 3",
                "class TestAdd:\n    def test_sum(self):\n        assert add(1, 2) == 3"
            })
    void testsThatWouldNotRunAreAnError(String tests) {
        for (String code : List.of(ADD, "(")) {
            assertNoTests(code, tests, "the tests");
        }
    }

    @Test
    void testsThatCanNotBeReadAreAnErrorWhateverTheCode() {
        for (String code : List.of(ADD, "(", "raise SystemExit")) {
            assertNoTests(code, "assert add(1, 2) == 3\nassert add(1, 2) ==\n", "line 2");
        }
    }

    @Test
    void runsTestsThatTheTestsCallThemselves() throws Exception {
        String parameter = "def test_add(a):\n    assert add(a, 2) == 3\ntest_add(1)";
        String mixin =
                "import unittest\nclass Sums:\n    def test_sum(self):\n        assert add(1, 2) == 3\nclass TestAdd(Sums, unittest.TestCase):\n    pass";
        String patched =
                "from unittest import mock\n@mock.patch.dict('os.environ', {})\ndef test_sum():\n    assert add(1, 2) == 3";

        for (String tests : List.of(parameter, mixin, patched)) {
            assertThat(score(python, ADD, tests).value()).as(tests).hasValue(1);
            assertThat(score(python, "def add(a, b): return 0", tests).value())
                    .as(tests)
                    .hasValue(0);
        }
    }

    @Test
    void codeCanNotMakeItsTestsUnusable() throws Exception {
        String code = "import os\nos.write(4, b'unusable\\nno tests\\n')\nos._exit(1)";

        assertThat(score(python, code, CHECK, "add").value()).hasValue(0);
    }

    private void assertNoTests(String code, String tests, String message) {
        assertThatThrownBy(() -> score(python, code, tests))
                .as(tests)
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_TESTS"))
                .hasMessageContaining("case 'case-1'")
                .hasMessageContaining(message);
    }

    @Test
    void anOutputWithoutCodeStaysAMissWhereItIsNegated() throws Exception {
        Score score = score(python, "", CHECK, "add");

        assertThat(score.value()).hasValue(0);
        assertThat(score.negated().value()).hasValue(0);
        assertThat(score.reason()).isEqualTo("the output is empty");
    }

    @Test
    void scoresTheSameAtEveryRun() throws Exception {
        String code = "def order(): return list({'a', 'b', 'c', 'd', 'e', 'f', 'g'})";
        String first = "assert order() == %s";
        Score shown = score(python, code, "raise ValueError(order())");
        String order = shown.reason().replaceAll(".*ValueError: (\\[[^]]*]).*", "$1");

        for (int run = 0; run < 3; run++) {
            assertThat(score(python, code, first.formatted(order)).value()).hasValue(1);
        }
    }

    @Test
    void readsWhateverUnicodeThereIs() throws Exception {
        assertThat(score(python, "x = 'äöü 漢字 \uD83D\uDE00'", "assert len(x) == 8")
                        .value())
                .hasValue(1);
        assertThat(score(python, "x = '\uD83D'", "assert len(x) == 1").value()).hasValue(1); // a lone surrogate is a ?
        assertThat(score(python, "raise ValueError('\\ud83d\\x1b[2J')", "assert True")
                        .reason())
                .isEqualTo("the code failed before its tests: ValueError: \\ud83d\\u001b[2J");
    }

    @Test
    void takesAMegabyteOfCodeAndOfTests() throws Exception {
        String lines = "x = 1  # ".concat("-".repeat(90)).concat("\n").repeat(10_000);

        assertThat(score(python, lines, lines + "assert x == 1\n").value()).hasValue(1);
    }

    @Test
    void saysWhenAnInterruptEndsTheRun() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> score(python, "while True: pass", "assert True"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("INTERRUPTED"));

        assertThat(Thread.interrupted()).isTrue();
        Leftovers.awaitNone();
    }

    @Test
    void isSafeForManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Score>> running = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int number = i;
                running.add(threads.submit(
                        () -> score(python, "def f(): return %s".formatted(number), "assert f() % 2 == 0")));
            }
            for (int i = 0; i < running.size(); i++) {
                assertThat(running.get(i).get().value()).hasValue(i % 2 == 0 ? 1 : 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertReason(Score score, String ended, String reason) {
        assertThat(score.value()).as(score.reason()).hasValue(0);
        assertThat(score.details()).as(score.reason()).containsEntry("ended", ended);
        if (reason != null) {
            assertThat(score.reason()).isEqualTo(reason);
        }
    }
}
