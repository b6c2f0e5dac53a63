package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsRowsAsTheRfcWritesThem(String end) {
        String text = "\ufeffid,input,expected" + end
                + "a,\"two" + end + "lines, and \"\"quotes\"\"\", spaced " + end
                + end
                + "b,\"\"," + end
                + "\"c\",007,true";
        try (GoldenCases cases = new GoldenFolder(folder).with("a.csv", text).open("a.csv")) {
            assertThat(cases.size()).isEqualTo(3);
            GoldenCase a = cases.read(0);
            assertThat(a.input()).isEqualTo("two" + end + "lines, and \"quotes\"");
            assertThat(a.expected()).isEqualTo(" spaced ");
            assertThat(a.location()).contains("a.csv:2");
            GoldenCase b = cases.read(1);
            assertThat(b.input()).isEmpty();
            assertThat(b.hasExpected()).isFalse();
            assertThat(b.location()).contains("a.csv:5");
            assertThat(cases.read(2).input()).isEqualTo("007");
            assertThat(cases.read(2).expectedJson().isTextual()).isTrue();
        }
    }

    @Test
    void readsListsAndObjectsOutOfCells() {
        String text = """
                input,tags,references,context,messages,toolCalls,metadata,origin
                x,a; b;;c d,Yes; within 30 days,One passage.,"[{""role"": ""user"", ""content"": ""hi""}]",[{"name": "f"}],,synthetic
                y,,"[""one"", ""two""]","[{""id"": ""d"", ""text"": ""t""}]",,,"{""language"": ""de""}",
                """.replace("[{\"name\": \"f\"}]", "\"[{\"\"name\"\": \"\"f\"\"}]\"");
        try (GoldenCases cases = new GoldenFolder(folder).with("a.csv", text).open("a.csv")) {
            GoldenCase x = cases.read(0);
            assertThat(x.tags()).containsExactly("a", "b", "c d");
            assertThat(x.references()).containsExactly("Yes; within 30 days");
            assertThat(x.context()).extracting("text").containsExactly("One passage.");
            assertThat(x.messages()).hasSize(1);
            assertThat(x.toolCalls()).hasSize(1);
            assertThat(x.origin()).isEqualTo(dev.junitllm.Origin.SYNTHETIC);
            GoldenCase y = cases.read(1);
            assertThat(y.references()).containsExactly("one", "two");
            assertThat(y.context()).extracting("id").containsExactly("d");
            assertThat(y.metadata("/language")).contains("de");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            id,input|a -> a.csv:2: the row has 1 cell, but the header has 2 columns; leave a cell empty for what is absent, and put quotes around a cell with a comma in it
            input|x,y -> a.csv:2: the row has 2 cells, but the header has 1 column; leave a cell empty for what is absent, and put quotes around a cell with a comma in it
            input,,id|x -> a.csv:1: column 2 of the header has no name; name it, or take the column out
            input,id,input|x -> a.csv:1: the header names the column 'input' twice; rename one of them
            id;input|a;x -> a.csv:1: its columns seem to be separated by semicolons; separate them by commas
            input|say "hi" -> a.csv:2: malformed CSV: a quote within a cell that isn't quoted; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            input|"say" hi -> a.csv:2: malformed CSV: text behind a closing quote; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            input|x|"y -> a.csv:3: malformed CSV: the quote that opens here is never closed; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            id,input|a,"" |b, -> a.csv:2: malformed CSV: text behind a closing quote; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            id,input|b, -> a.csv:2, case 'b': it has no 'input'; give it one, or say where it stands, as in @GoldenSet(input = "/question")
            input,metadata|x,de -> a.csv:2: its 'metadata' should hold JSON: malformed JSON at column 1: Unrecognized token 'de': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'); correct the JSON in that cell
            input,metadata|x,3 -> a.csv:2: its 'metadata' is a number, but must be an object; write it as {"language": "en"}
            """)
    void refusesWhatTheRfcForbids(String rows, String message) {
        assertThat(new GoldenFolder(folder).refusal("a.csv", rows.replace('|', '\n')))
                .singleElement()
                .asString()
                .isIn(
                        message,
                        message.replace("JSON at column 1:", "JSON at column 3:")); // where the oldest Jackson stops
    }

    @Test
    void goesOnBehindARaggedRow() {
        assertThat(new GoldenFolder(folder).refusal("a.csv", "id,input\na\nb,x\nc,x,y\n"))
                .hasSize(2);
    }

    @Test
    void keepsUnmappedColumnsInTheMetadata() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.csv", "question,answer,level\nx,y,hard\n")
                .open(GoldenFolder.inputAndExpected("/question", "/answer"), "a.csv")) {
            assertThat(cases.read(0).metadata("/level")).contains("hard");
            assertThat(cases.read(0).expected()).isEqualTo("y");
        }
    }
}
