package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
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
    @ValueSource(strings = {"\n", "\r\n", "\r"})
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
            input|"say" hi -> a.csv:2: malformed CSV: text behind a closing quote; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            id,input|"a|b"c -> a.csv:3: malformed CSV: text behind a closing quote; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            input|x|"y -> a.csv:3: malformed CSV: a quote that opens in this row is never closed; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
            id,input|"a|b","c -> a.csv:2: malformed CSV: a quote that opens in this row is never closed; put the whole cell in quotes and write every quote within it twice: "so called ""AI""\"
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

    /** What Commons CSV takes, and the page about golden sets tells. */
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            say "hi" -> say "hi"
            5" disk -> 5" disk
            ` "x"` -> ` "x"`
            `"x" \t` -> x
            `"" ` -> ``
            """)
    void takesAQuoteWithinABareCellAndBlanksBehindAClosingOne(String cell, String text) {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.csv", "id,input\na," + cell + "\n")
                .open("a.csv")) {
            assertThat(cases.read(0).input()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void countsTheBytesOfEachRowAnew(String end) throws IOException {
        String row = "\u00e9\ud83d\ude00\u20ac,\"a" + end + "b\"" + end;
        int bytes = row.getBytes(StandardCharsets.UTF_8).length;
        CsvRows enough = new CsvRows(new StringReader("x" + end + row + end + row), bytes);
        assertThat(enough.next()).hasSize(1);
        assertThat(enough.next()).hasSize(2);
        assertThat(enough.next()).hasSize(2);
        assertThat(enough.line()).isEqualTo(5);
        assertThat(enough.next()).isNull();
        CsvRows tooFew = new CsvRows(new StringReader("x" + end + row), bytes - 1);
        assertThat(tooFew.next()).hasSize(1);
        assertThatThrownBy(tooFew::next)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x", "\"\n", "\"\r\n", "x", ",", "\""})
    void holdsNoMoreOfARowThanTheLimitAndItsBuffers(String begin) {
        EndlessRow row = new EndlessRow("input\n" + begin);
        assertThatThrownBy(() -> new CsvFormat()
                        .read(new GoldenInput("a.csv", row, new ReadingLimits(100_000, 1)), new NoSink()))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault()).isEqualTo(FileFaults.lineTooLong(100_000));
                    assertThat(e.line()).isEqualTo(2);
                });
        assertThat(row.read).isLessThan(150_000);
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

    /** Goes on with the last character of its beginning for ever. */
    private static final class EndlessRow extends InputStream {
        private final String begin;
        private int read;

        EndlessRow(String begin) {
            this.begin = begin;
        }

        @Override
        public int read() {
            return begin.charAt(Math.min(read++, begin.length() - 1));
        }

        @Override
        public int read(byte[] target, int from, int length) {
            for (int i = 0; i < length; i++) {
                target[from + i] = (byte) read();
            }
            return length;
        }
    }

    private static final class NoSink implements RecordSink {
        @Override
        public void accept(JsonNode record, int line) {
            throw new AssertionError("a record in line " + line);
        }

        @Override
        public void reject(Fault fault, int line) {
            throw new AssertionError(fault.found());
        }
    }
}
