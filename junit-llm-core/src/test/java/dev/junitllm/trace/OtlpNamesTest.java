package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

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
        String name = names.beginning("gen_ai.request.model");

        assertThat(name)
                .isEqualTo("{\"key\":\"gen_ai.request.model\",\"value\":")
                .isSameAs(names.beginning("gen_ai.request.model"));
    }

    @Test
    void areNotKeptWhereTheyAreLong() {
        String name = "x".repeat(201);

        assertThat(names.beginning(name))
                .isEqualTo("{\"key\":\"" + name + "\",\"value\":")
                .isNotSameAs(names.beginning(name));
    }

    /** A model may have chosen them. */
    @Test
    void areWrittenHoweverManyThereAre() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(names.beginning("name " + i)).isEqualTo("{\"key\":\"name " + i + "\",\"value\":");
        }
        assertThat(names.beginning("name 999")).isNotSameAs(names.beginning("name 999"));
        assertThat(names.beginning("name 0")).isSameAs(names.beginning("name 0"));
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
