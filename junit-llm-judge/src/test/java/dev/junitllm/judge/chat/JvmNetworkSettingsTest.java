package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.score.ScoringException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The properties by which a JVM is told of proxies and certificates hold for judges too. */
@Isolated("it sets system properties")
@Timeout(60)
class JvmNetworkSettingsTest {

    private static final String REPLY = "{\"choices\": [{\"message\": {\"content\": \"Yes\"}}]}";

    private final Map<String, String> before = new HashMap<>();
    private final ModelServer server = new ModelServer();

    JvmNetworkSettingsTest() throws Exception {}

    @AfterEach
    void putBack() {
        server.close();
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void callsThroughTheProxyOfTheJvm() throws Exception {
        server.answer(REPLY);
        set("http.proxyHost", "127.0.0.1");
        set("http.proxyPort", Integer.toString(server.http.getPort()));
        try (HttpChatModel model = OpenAiChat.compatible("http://judge.invalid/v1", "m", ModelServer.options())) {
            assertThat(model.chat(ModelServer.question()).text()).isEqualTo("Yes");
        }

        var request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST http://judge.invalid/v1/chat/completions HTTP/1.1");
    }

    @Test
    void callsThroughTheProxyOfTheUsersClient() throws Exception {
        server.answer(REPLY);
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.http.getPort()));

        OpenAiChat.compatible(
                        "http://judge.invalid/v1", "m", ModelServer.options().withClient(client -> client.proxy(proxy)))
                .chat(ModelServer.question());

        assertThat(server.request().getRequestLine()).startsWith("POST http://judge.invalid/v1");
    }

    @Test
    void trustsWhatTheJvmTrustsAndNobodyElse(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.createIn(folder);
        try (ModelServer secure = new ModelServer(certificate.serverSockets())) {
            secure.answer(REPLY);
            String url = secure.url("/v1");
            try (HttpChatModel model = OpenAiChat.compatible(url, "m", ModelServer.options())) {
                assertThatExceptionOfType(ScoringException.class)
                        .isThrownBy(() -> model.chat(ModelServer.question()))
                        .withMessageContaining("failed: javax.net.ssl.SSLHandshakeException")
                        .returns("CONNECTION_FAILED", ScoringException::kind);
            }

            set("javax.net.ssl.trustStore", certificate.file().toString());
            set("javax.net.ssl.trustStorePassword", Certificate.PASSWORD);
            set("javax.net.ssl.trustStoreType", "PKCS12");
            try (HttpChatModel model = OpenAiChat.compatible(url, "m", ModelServer.options())) {
                assertThat(model.chat(ModelServer.question()).text()).isEqualTo("Yes");
            }
        }
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }
}
