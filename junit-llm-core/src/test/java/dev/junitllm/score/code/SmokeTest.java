package dev.junitllm.score.code;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void smoke() throws Exception {
        System.out.println(Sandboxes.ofThisMachine());
        System.out.println(SystemUser.isRoot());
        System.out.println(Interpreters.python());
        System.out.println(Interpreters.node());
        System.out.println(Interpreters.java());
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            try {
                System.out.println(
                        CodeCases.score(CodeTests.python(), "def f(x):\n    return x + 1\n", "assert f(1) == 2"));
                System.out.println(
                        CodeCases.score(CodeTests.python(), "def f(x):\n    return x + 1\n", "assert f(1) == 3"));
                System.out.println(CodeCases.score(
                        CodeTests.javascript(),
                        "function f(x) { return x + 1; }",
                        "if (f(1) !== 2) throw new Error('no');"));
                System.out.println(CodeCases.score(
                        CodeTests.javascript(), "function f(x) { return x + 1; }", "console.assert(f(1) === 3, 'no')"));
                System.out.println(CodeCases.score(
                        CodeTests.java(),
                        "public class S { static int f(int x) { return x + 1; } }",
                        "class T { public static void main(String[] a) { assert S.f(1) == 2; } }"));
                System.out.println(CodeCases.score(
                        CodeTests.java(),
                        "public class S { static int f(int x) { return x + 1; } }",
                        "class T { public static void main(String[] a) { assert S.f(1) == 3; } }"));
                System.out.println(CodeCases.score(
                        CodeTests.command("main.sh", "echo '{token}'", "sh", "{file}"),
                        "f() { echo $(($1+1)); }",
                        "[ $(f 1) = 2 ] || exit 1"));
            } catch (Exception e) {
                System.out.println(e);
            }
            System.out.println((System.nanoTime() - t) / 1000000);
        }
    }
}
