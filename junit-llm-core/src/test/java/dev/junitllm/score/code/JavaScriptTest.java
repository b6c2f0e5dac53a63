package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(value = Machine.RUNS_JAVASCRIPT, disabledReason = Machine.NO_JAVASCRIPT)
@Timeout(120)
class JavaScriptTest {

    private static final String CHECK = """
            const assert = require('node:assert');
            function check(add) {
              assert.strictEqual(add(1, 2), 3);
            }
            """;

    private final CodeTests javascript = CodeTests.javascript();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function add(a, b) { return a + b; }",
                "const add = (a, b) => a + b;",
                "class Adding { static add(a, b) { return a + b; } }\nvar add = Adding.add;",
                "const add = (a, b) => a + b;\nmodule.exports = { add };",
                "module.exports = { add: (a, b) => a + b };",
                "exports.add = (a, b) => a + b;",
                "'use strict';\nconst { sum } = { sum: (a, b) => a + b };\nglobalThis.add = sum;",
                "const add = (a, b) => a + b;\nsetInterval(() => {}, 1000);",
                "const add = (a, b) => a + b;\nsetTimeout(() => process.exit(1), 100000);"
            })
    void passesWhatPasses(String code) throws Exception {
        Score score = score(javascript, code, CHECK, "add");

        assertThat(score.value()).as(score.reason()).hasValue(1);
    }

    @Test
    void saysWhatFailed() throws Exception {
        assertThat(score(javascript, "const add = (a, b) => a - b;", CHECK, "add")
                        .reason())
                .startsWith("the tests failed: AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:")
                .endsWith(", line 3 of the tests");
        assertThat(score(javascript, "const add = (a, b) => {", CHECK, "add").reason())
                .isEqualTo("the code can't be read: SyntaxError: Unexpected end of input, line 1 of the code");
        assertThat(score(javascript, "null.x", CHECK, "add").reason())
                .startsWith("the code failed before its tests: TypeError: Cannot read properties of null");
        assertThat(score(javascript, "const plus = 1;", CHECK, "add").reason()).isEqualTo("the code defines no add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.assert(add(1, 2) === 4, 'wrong');",
                "throw 'text';",
                "throw null;",
                "throw { get stack() { throw 1; }, toString() { throw 2; } };",
                "Promise.reject(new Error('late'));",
                "(async () => { await null; await null; throw new Error('late'); })();",
                "setTimeout(() => { throw new Error('late'); }, 50);",
                "async function check(add) { await null; throw new Error('late'); }",
                "async function check(add) { await new Promise(() => {}); }",
                "async function check(add) { await new Promise((done) => setTimeout(done, 10)); throw 1; }",
                "setImmediate(() => { throw new Error('late'); }); function check() { return new Promise((done) => setTimeout(done, 50)); }"
            })
    void failsWhereTestsFail(String tests) throws Exception {
        Score score = score(javascript, "const add = (a, b) => a + b;", tests, "add");

        assertThat(score.value()).as(score.reason()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process.exit(0)",
                "process.reallyExit(0)",
                "function add() { process.exit(0); }",
                "function add() { process.reallyExit(0); }",
                "process.on('exit', () => { process.exitCode = 0; });\nfunction add() { throw 1; }",
                "console.log('passed');\nprocess.exit(0);",
                "process.kill(process.pid, 'SIGKILL')",
                "process.abort()",
                "function check() {}\nfunction add() { return 0; }",
                "console.assert = () => {};\nfunction add() { return 0; }",
                "for (const name of Object.keys(require('assert'))) require('assert')[name] = () => {};\nfunction add() { return 0; }",
                "require('vm').Script.prototype.runInThisContext = () => {};\nfunction add() { return 0; }",
                "Promise.prototype.then = function (done) { done(); };\nfunction add() { return 0; }",
                "process.removeAllListeners();\nfunction add() { throw 1; }",
                "require('fs').writeSync = () => {};\nfunction add() { return 0; }"
            })
    void tricksAreNoPass(String code) throws Exception {
        Score score = score(javascript, code, CHECK, "add");

        assertThat(score.value()).as(score.reason()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// todo\n/* more\n*/",
                "function test_add() { throw 1; }",
                "const test = require('node:test');\ntest('adds', () => { throw 1; });",
                "import { test } from 'node:test';",
                "const x = 1;\nconst y = ;"
            })
    void testsThatCanNotBeUsedAreAnError(String tests) {
        for (String code : new String[] {"const add = (a, b) => a + b;", "const add = ("}) {
            assertThatThrownBy(() -> score(javascript, code, tests, "add"))
                    .isInstanceOfSatisfying(
                            ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_TESTS"));
        }
    }

    @Test
    void isHeldToItsLimits() throws Exception {
        CodeTests tight =
                javascript.limits(CodeLimits.DEFAULT.cpu(Duration.ofSeconds(1)).memory(128L << 20));

        assertThat(score(tight, "for (;;) {}", CHECK, "add").details()).containsEntry("ended", "timeout");
        Score hoarding = score(tight, "const hoard = []; for (;;) hoard.push(Buffer.alloc(1 << 20, 1));", CHECK, "add");
        assertThat(hoarding.value()).hasValue(0);
        assertThat((String) hoarding.details().get("ended"))
                .as(hoarding.reason())
                .isIn("memory", "crashed", "failed");
    }
}
