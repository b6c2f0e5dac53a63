package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.SerializableString;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpNamesTest {

    private final OtlpNames names = new OtlpNames();

    @Test
    void areTheSameEachTime() {
        SerializableString name = names.find("gen_ai.request.model");

        assertThat(name).isNotNull().isSameAs(names.find("gen_ai.request.model"));
        assertThat(name).hasToString("gen_ai.request.model");
    }

    @Test
    void areNotKeptWhereTheyAreLongOrNotAscii() {
        assertThat(names.find("x".repeat(201))).isNull();
        assertThat(names.find("\u00fc")).isNull();
        assertThat(names.find("\ud83d")).isNull();
    }

    /** A model may have chosen them. */
    @Test
    void areWrittenHoweverManyThereAre() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(names.find("name " + i)).hasToString("name " + i);
        }
        assertThat(names.find("name 999")).isNotSameAs(names.find("name 999"));
        assertThat(names.find("name 0")).isSameAs(names.find("name 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.name",
                "qu\"ote\\ and \n\u0000",
                "</script>",
                "\u00fcml\u00e4ut \ud83d\ude00",
                "half \ud83d"
            })
    void areReadBackAsTheyWere(String name) {
        OtlpJson json = new OtlpJson();
        for (int again = 0; again < 2; again++) {
            byte[] line = json.write(trace(name));

            assertThat(new String(line, StandardCharsets.UTF_8)).isASCII();
            assertThat(TraceFile.read(line, "here").spans().get(0).attributes())
                    .containsOnlyKeys(name.replace("half \ud83d", "half \ufffd"));
        }
    }

    private static Trace trace(String name) {
        return new Trace(
                "0af7651916cd43dd8448eb211c80319c",
                List.of(new TraceSpan(
                        "b7ad6b7169203331",
                        "",
                        "test",
                        "INTERNAL",
                        1,
                        2,
                        new SpanStatus(SpanStatus.Code.UNSET, ""),
                        Map.of(name, "value"),
                        List.of(),
                        List.of(),
                        "scope",
                        Map.of())));
    }
}
