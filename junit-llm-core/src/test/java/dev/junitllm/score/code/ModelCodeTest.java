package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCodeTest {

    private static final CodeLanguage PYTHON = new PythonLanguage();
    private static final CodeLanguage JAVASCRIPT = new JavaScriptLanguage();

    private static final String PROMPT = """
            from typing import List

            def helper(x):
                return x

            def add(a: int, b: int) -> int:
                \"""Adds.\"""
            """;

    @Test
    void isTheOnlyBlockWhateverItIsMarkedWith() {
        assertThat(code("Sure:\n```python\nx = 1\n```\nDone", "")).isEqualTo("x = 1\n");
        assertThat(code("```\nx = 1\n```", "")).isEqualTo("x = 1\n");
        assertThat(code("```ruby\nx = 1\n```", "")).isEqualTo("x = 1\n");
    }

    @Test
    void isTheWholeOutputWithoutAnyBlock() {
        assertThat(code("    return a + b\n", "add")).isEqualTo("    return a + b\n");
    }

    @Test
    void ofSeveralBlocksIsTheOneOfTheLanguage() {
        assertThat(code("```bash\npip install x\n```\n```py\nx = 1\n```\n```text\n1\n```", ""))
                .isEqualTo("x = 1\n");
    }

    @Test
    void ofSeveralInTheLanguageIsTheOneThatDefinesTheEntryPoint() {
        String output = "```python\ndef add(a, b): return a + b\n```\nUse it:\n```python\nprint(add(1, 2))\n```";

        assertThat(code(output, "add")).isEqualTo("def add(a, b): return a + b\n");
        assertThat(problem(output, "")).isEqualTo("the output has 2 code blocks, and which one is meant can't be told");
        assertThat(problem(output + "\n```python\ndef add(a, b): return 3\n```", "add"))
                .contains("3 code blocks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", "```python\n```", "```python\n  \n"})
    void isAbsentWhereThereIsNothing(String output) {
        assertThat(ModelCode.in(output, PYTHON, "", false).isPresent()).isFalse();
    }

    @Test
    void isEverythingWhereTheWholeOutputIsCode() {
        String output = "def f():\n    '''\n```\nexample\n```\n    '''\n";

        assertThat(ModelCode.in(output, PYTHON, "", true).code()).isEqualTo(output);
    }

    @Test
    void aBodyCompletesThePrompt() {
        assertThat(program("    return a + b\n")).isEqualTo(PROMPT + "    return a + b\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def add(a, b):\n    return a + b\n",
                "import math\n\nadd = lambda a, b: a + b\n",
                "class add: pass\n",
                "async  def add(a, b): pass\n"
            })
    void aDefinitionTakesThePlaceOfThePromptsAndKeepsItsHelpers(String code) {
        assertThat(program(code)).isEqualTo(PROMPT.substring(0, PROMPT.indexOf("def add")) + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"    def add(x): return x\n    return add(a)\n", "    return adder\n", "    add == 3\n"})
    void whatOnlyLooksLikeADefinitionIsNone(String code) {
        assertThat(program(code)).isEqualTo(PROMPT + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function add(a, b) {}",
                "const add = (a, b) => a",
                "async function add() {}",
                "function* add() {}",
                "class add {}"
            })
    void knowsTheDefinitionsOfJavaScript(String code) {
        assertThat(new ModelCode(code, "").completing("// adds\nfunction add(a, b) {\n", JAVASCRIPT, "add"))
                .isEqualTo("// adds\n" + code);
    }

    @Test
    void namesAreNoPatterns() {
        assertThat(new ModelCode("    return 1", "").completing("def f():\n", PYTHON, "a(b*"))
                .isEqualTo("def f():\n    return 1");
        assertThat(code("```python\nx\n```\n```python\ny\n```\n".repeat(2), "\\E((("))
                .isEmpty();
    }

    private static String program(String code) {
        return new ModelCode(code, "").completing(PROMPT, PYTHON, "add");
    }

    private static String code(String output, String entryPoint) {
        return ModelCode.in(output, PYTHON, entryPoint, false).code();
    }

    private static String problem(String output, String entryPoint) {
        return ModelCode.in(output, PYTHON, entryPoint, false).problem();
    }
}
