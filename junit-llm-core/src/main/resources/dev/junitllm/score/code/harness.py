"""Runs a model's code and then its tests, and reports how that ended: harness.py FOLDER [ENTRY_POINT].

Reports go to channel 4. The token that proves that the tests ran to their end waits in channel 3 until they have: before
that it is nowhere in this process. What the report needs is kept in local variables, out of the way of code that replaces
functions of modules.
"""

import ast
import builtins
import os
import sys

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NOT_RUN = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.Pass) + FUNCTIONS


class Tests:
    """What tests hold, found by reading them alone."""

    def __init__(self, text):
        self.body = [node for node in ast.parse(text).body if not self.is_main_guard(node)]
        self.mentioned = {
            node.id
            for statement in self.body
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        self.functions = {
            node.name: node for node in self.body if isinstance(node, FUNCTIONS) and node.name.startswith("test_")
        }
        self.classes = [
            node
            for node in self.body
            if isinstance(node, ast.ClassDef)
            and any(isinstance(part, FUNCTIONS) and part.name.startswith("test") for part in node.body)
        ]

    def fault(self, entry_point):
        """Says why a pass of these tests would mean nothing, or returns an empty text."""
        has_check = any(self.defines(node, "check") for node in self.body)
        if has_check and not entry_point and "check" not in self.mentioned:
            return "the tests define check, and the case names no entry point to call it with"
        for name, function in self.functions.items():
            if name not in self.mentioned and self.has_parameters(function):
                return "the tests define %s (line %d) with parameters, and nothing calls it" % (name, function.lineno)
        for node in self.classes:
            if node.name not in self.mentioned and all(getattr(base, "id", "") == "object" for base in node.bases):
                return "the tests define %s (line %d), which is no unittest.TestCase" % (node.name, node.lineno)
        if has_check or self.functions or self.classes or any(map(self.runs, self.body)):
            return ""
        return "nothing in the tests would be run: write assertions, a function check, or functions test_..."

    @staticmethod
    def defines(node, name):
        if isinstance(node, FUNCTIONS):
            return node.name == name
        return isinstance(node, ast.Assign) and any(getattr(target, "id", "") == name for target in node.targets)

    @staticmethod
    def has_parameters(function):
        given = function.args
        return bool(given.args or given.kwonlyargs or getattr(given, "posonlyargs", ()))

    @staticmethod
    def is_main_guard(node):
        return (
            isinstance(node, ast.If)
            and isinstance(node.test, ast.Compare)
            and getattr(node.test.left, "id", "") == "__name__"
            and not node.orelse
        )

    @staticmethod
    def runs(node):
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            return any(isinstance(part, ast.Call) for part in ast.walk(node))
        if isinstance(node, ast.Expr):
            return type(node.value).__name__ not in ("Constant", "Str", "Num", "Ellipsis")
        return not isinstance(node, NOT_RUN)


def main(folder, entry_point):
    read, write, leave, process, execute = os.read, os.write, os._exit, os.getpid, exec
    built_in, restore = dict(vars(builtins)), vars(builtins).update
    token, reports = 3, 4
    own = process()
    for channel in (token, reports):
        os.set_inheritable(channel, False)

    def report(stage, message):
        text = stage + "\n" + message[:2000] + "\n"
        write(reports, text.encode("utf-8", "backslashreplace"))
        leave(1)

    def source(name):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            return file.read()

    def describe(error):
        name = type(error).__name__
        try:
            message = str(error)
        except BaseException:
            message = ""
        return name + (": " + message if message else "")

    def line_of_tests(error):
        number, trace = 0, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == tests_file:
                number = trace.tb_lineno
            trace = trace.tb_next
        lines = tests_text.splitlines()
        if 0 < number <= len(lines):
            return ", line %d of the tests: %s" % (number, lines[number - 1].strip()[:300])
        return ""

    def attempt(stage, what):
        try:
            return what()
        except SystemExit as error:
            report("exit", "SystemExit(%r)" % (error.code,))
        except BaseException as error:
            report(stage, describe(error) + line_of_tests(error))

    def run_tests():
        execute(tests_code, space)
        check = space.get("check")
        if entry_point and check is not None and check is not before.get("check"):
            finish(check(space[entry_point]))
        for name, value in list(space.items()):
            if before.get(name) is value:
                continue
            if isinstance(value, type) and "unittest" in sys.modules:
                run_test_case(sys.modules["unittest"], value)
            elif name.startswith("test_") and (is_test(value) or is_decorated_test(name)):
                finish(value())

    def is_test(value):
        code = getattr(value, "__code__", None)
        return code is not None and code.co_filename == tests_file and code.co_argcount == 0

    def is_decorated_test(name):
        return name in tests.functions and not tests.has_parameters(tests.functions[name])

    def finish(result):
        if hasattr(result, "__await__"):
            import asyncio

            asyncio.run(result)

    def run_test_case(unittest, value):
        if not issubclass(value, unittest.TestCase) or value.__module__ != "solution":
            return
        result = unittest.TestResult()
        unittest.defaultTestLoader.loadTestsFromTestCase(value).run(result)
        failed = result.errors + result.failures
        if failed:
            raise AssertionError("%s: %s" % (failed[0][0], failed[0][1].strip()[-600:]))
        if result.testsRun == 0 or result.unexpectedSuccesses:
            raise AssertionError("%s: no test passed" % value.__name__)

    code_text, tests_text = source("solution.py"), source("tests.py")
    tests_file = os.path.join(folder, "tests.py")
    # Nothing that is reported before "ready" can come from the code.
    tests_code = attempt("unusable", lambda: compile(tests_text, tests_file, "exec", dont_inherit=True))
    tests = attempt("unusable", lambda: Tests(tests_text))
    fault = tests.fault(entry_point)
    if fault:
        report("unusable", fault)
    write(reports, b"ready\n")

    module = type(sys)("solution")
    module.__file__ = os.path.join(folder, "solution.py")
    sys.modules["solution"] = module
    sys.argv = [module.__file__]
    space = module.__dict__
    code = attempt("syntax", lambda: compile(code_text, module.__file__, "exec", dont_inherit=True))
    attempt("load", lambda: execute(code, space))
    restore(built_in)  # the code can't take exec or all away from its tests
    if entry_point and entry_point not in space:
        report("absent", entry_point)
    before = dict(space)
    attempt("tests", run_tests)
    if process() == own:
        write(reports, b"passed " + read(token, 64))
    leave(0)


if __name__ == "__main__":
    sys.path.pop(0)  # where this file lies
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
