package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlAndJsonTest {

    @TempDir
    private Path folder;

    @Test
    void readsAListOfCases() {
        String text = """
                # a comment
                - id: a
                  input: |
                    two
                    lines
                  expected: no
                  tags: [x, "y"]
                  metadata: {version: 1.10, big: 123456789012345678901234567890}

                - {id: b, input: {q: true}, expected: 2024-01-01}
                - id: "0123"
                  input: ""
                  expected: 12:30
                - {id: -1, input: [1.5x, true, yes, "1.0", 1.0, 0, 1.5e+10]}
                """;
        try (GoldenCases cases = new GoldenFolder(folder).with("a.yml", text).open("a.yml")) {
            GoldenCase a = cases.read(0);
            assertThat(a.input()).isEqualTo("two\nlines\n");
            assertThat(a.expected()).as("Norway").isEqualTo("no");
            assertThat(a.location()).contains("a.yml:2");
            assertThat(a.metadata("/version")).contains("1.10");
            assertThat(a.metadata("/big")).contains("123456789012345678901234567890");
            assertThat(cases.read(1).input()).isEqualTo("{\"q\":true}");
            assertThat(cases.read(1).expected()).isEqualTo("2024-01-01");
            assertThat(cases.read(1).location()).contains("a.yml:10");
            assertThat(cases.read(2).input()).isEmpty();
            assertThat(List.of(cases.id(2), cases.read(2).expected())).containsExactly("0123", "12:30");
            assertThat(cases.read(3).input()).isEqualTo("[\"1.5x\",true,\"yes\",\"1.0\",1.0,0,1.5E+10]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            - input: &x hello|- input: *x -> a.yaml:2: it uses the alias *x; write the value out: aliases aren't read
            - input: &x [hello] -> a.yaml:1: it sets the anchor &x; take it out: anchors aren't read
            - {input: *x} -> a.yaml:1: it uses the alias *x; write the value out: aliases aren't read
            - input: x|- &a {input: y} -> a.yaml:2: it sets the anchor &a; take it out: anchors aren't read
            - input: !!str 12 -> a.yaml:1: it uses the tag tag:yaml.org,2002:str; take it out, and put a text that looks like a number in quotes
            - input: !!binary aGk= -> a.yaml:1: it uses the tag tag:yaml.org,2002:binary; take it out, and put a text that looks like a number in quotes
            input: x -> a.yaml:1: the file is no list of cases; begin every case with a dash
            - input: x|---|- input: y -> a.yaml:3: there is more than one YAML document; put every case into one list
            - input: x|  input: y -> a.yaml:2: the field 'input' stands there twice; keep one of them
            - input: .nan -> a.yaml:1: it holds .nan, which YAML takes for a number but JSON doesn't; put it in quotes if it is a text, else write the number plainly
            - {input: x, id: 0123} -> a.yaml:1: it holds 0123, which YAML takes for a number but JSON doesn't; put it in quotes if it is a text, else write the number plainly
            - {input: 1_000} -> a.yaml:1: it holds 1_000, which YAML takes for a number but JSON doesn't; put it in quotes if it is a text, else write the number plainly
            - {input: 0x1f} -> a.yaml:1: it holds 0x1f, which YAML takes for a number but JSON doesn't; put it in quotes if it is a text, else write the number plainly
            - {input: +1} -> a.yaml:1: it holds +1, which YAML takes for a number but JSON doesn't; put it in quotes if it is a text, else write the number plainly
            - id: a|  input: -> a.yaml:1, case 'a': its 'input' is null; write what goes into the application
            - input: x|- y -> a.yaml:2: the case is a text, not an object; write {"id": …, "input": …}
            """)
    void refusesWhatAGoldenFileNeedsNot(String lines, String message) {
        assertThat(new GoldenFolder(folder).refusal("a.yaml", lines.replace('|', '\n')))
                .singleElement()
                .asString()
                .isEqualTo(message);
    }

    @Test
    void refusesBrokenYaml() {
        assertThat(new GoldenFolder(folder).refusal("a.yaml", "- input: \"x\n"))
                .singleElement()
                .asString()
                .startsWith("a.yaml:")
                .contains("malformed YAML");
    }

    @Test
    void refusesDeepYaml() {
        assertThat(new GoldenFolder(folder).refusal("a.yaml", "- input: " + "[".repeat(5000) + "]".repeat(5000)))
                .containsExactly("a.yaml:1: it nests deeper than 200 levels; put deep data into a text, or flatten it");
    }

    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("- input: &a0 lol\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("- input: &a")
                    .append(i)
                    .append(" [")
                    .append("*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(new GoldenFolder(folder).refusal("a.yaml", bomb.toString()))
                .containsExactly("a.yaml:2: it sets the anchor &a1; take it out: anchors aren't read");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"input": 1} -> a.json:1: the file begins with an object, not with an array of cases; put [ ] around it, or name the file .jsonl if it holds one case a line
            "x" -> a.json:1: the file doesn't begin with an array of cases; begin it with [
            [{"input": 1}] [] -> a.json:1: there is more behind the array of cases; put every case into the one array
            [{"input": 1},| {"input": 2, "input": 3}] -> a.json:2: the field 'input' stands there twice; keep one of them
            [{"input": 1},| 7] -> a.json:2: the case is a number, not an object; write {"id": …, "input": …}
            [{"input": 1}, -> a.json:1: malformed JSON: it ends too early; close what is open: quotes, brackets and braces
            """)
    void refusesWhatIsNoArrayOfCases(String lines, String message) {
        assertThat(new GoldenFolder(folder).refusal("a.json", lines.replace('|', '\n')))
                .singleElement()
                .asString()
                .isEqualTo(message);
    }

    @Test
    void readsAJsonArrayWithItsLines() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.json", "\ufeff[\r\n  {\"input\": 1},\r\n\r\n  {\"input\":\r\n 1.50}\r\n]\r\n")
                .open("a.json")) {
            assertThat(cases.read(0).location()).contains("a.json:2");
            assertThat(cases.read(1).location()).contains("a.json:4");
            assertThat(cases.read(1).input()).isEqualTo("1.50");
        }
    }
}
