package dev.junitllm.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiJsonTest {

    @Test
    void isOneLineOfAsciiWhateverIsSaid() {
        byte[] line = new AsciiJson()
                .raw("[\"")
                .text("\u00fc\u2028\n\ud83d\ude00")
                .raw("\",")
                .raw(-1)
                .raw("]")
                .line();

        assertThat(new String(line, US_ASCII)).isEqualTo("[\"\\u00FC\\u2028\\n\\uD83D\\uDE00\",-1]\n");
    }

    /** The names and files of earlier runs were written by Jackson's generator. */
    @Test
    void escapesEachCharacterAsJacksonDoes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < Character.MIN_SURROGATE; character++) {
            all.append(character);
        }
        for (char character = Character.MAX_SURROGATE + 1; character < Character.MAX_VALUE; character++) {
            all.append(character).append('x');
        }
        all.append("\ud800\udc00 \udbff\udfff");

        assertThat('"' + new AsciiJson().text(all.toString()).toString() + '"').isEqualTo(byJackson(all.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "'\ud83d', '\ufffd'",
        "'\ude00', '\ufffd'",
        "'\ude00\ud83d', '\ufffd\ufffd'",
        "'\ud83d\ud83d\ude00', '\ufffd\ud83d\ude00'",
        "'\ud83d\ude00\ude00', '\ud83d\ude00\ufffd'",
        "'\ud83dx\ude00', '\ufffdx\ufffd'"
    })
    void saysOfHalfACharacterThatThereWasOne(String text, String whole) {
        assertThat(new AsciiJson().text(text).toString())
                .isEqualTo(new AsciiJson().text(whole).toString());
    }

    private static String byJackson(String text) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(written)) {
            json.writeString(text);
        }
        return written.toString();
    }
}
