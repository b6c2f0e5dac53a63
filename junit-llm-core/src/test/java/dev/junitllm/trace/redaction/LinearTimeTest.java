package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text is hostile: whatever somebody writes, no rule goes back and forth over it. */
@Tag("slow")
class LinearTimeTest {

    private static final int LENGTH = 1 << 20;

    private static final List<String> PIECES = List.of(
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----a-",
            "-----BEGIN PRIVATE KEY-----\nAAAAAAAAAAAAAAAA",
            "eyJaaaaaaaa.",
            "-eyJaaaaaaaa",
            "eyJaaaaaaaa.eyJaaaaaaaa.",
            "://",
            "://a:",
            "://a:b@",
            "?key=",
            "&token=aaaaaaaa",
            "sk-",
            "-sk-a",
            "sk-ant-",
            "AIza AKIA ghp_ glpat- xoxb- hooks.slack.com/ sk_live_ hf_a npm_a pypi- dapi pplx- gsk_ xai- r8_ lsv2_ AccountKey=a ",
            "AIza-AKIA-ghp_-glpat-xoxb-sk_live_-hf_a-npm_a-pypi-dapi-pplx-gsk_-xai-r8_-lsv2_-",
            "SG.a.",
            "SG.aaaaaaaaaaaaaaaaaaaa.",
            "bearer a",
            "Bearer aaaaaaaaaaaaaaaaaaaaaaaa ",
            "authorization:",
            "authorization: bearer ",
            "cookie: a",
            "cookie:a=",
            "password:",
            "password: \"",
            "secret=<",
            "token: aaaaaaaaaaaaaaaa",
            "token:",
            "a@",
            "@",
            "a@a.",
            "a.b@c-d.",
            "4 ",
            "4111 ",
            "4",
            "5-",
            "DE89 ",
            "DE89",
            "GB82 WEST ",
            "123-45-",
            "123-45-6789-",
            "ssn ",
            "ssn: 1",
            "{\"a\":",
            "[\"",
            "{\"password\":\"",
            "\"\\u",
            "\n{\"a\":\"@\"}",
            "\ndata: {\"token\":\"",
            "\\",
            "\u0301a@",
            "\ud800@a.b");

    static Stream<String> pieces() {
        return PIECES.stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("pieces")
    @Timeout(60)
    void isWhatATextOfAMegabyteTakes(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        long began = System.nanoTime();

        String safe = Rules.redact(text + "@ password: x");

        assertThat(safe).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
