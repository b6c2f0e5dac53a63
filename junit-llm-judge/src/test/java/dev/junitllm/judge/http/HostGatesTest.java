package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.ref.WeakReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostGatesTest {

    @Test
    void thereIsOneForSchemeHostAndPort() {
        HostGate gate = gate("https://models.example/v1");

        assertThat(gate("https://models.example:443/v2?a=b")).isSameAs(gate);
        assertThat(gate("https://MODELS.example/v1")).isSameAs(gate);
        assertThat(gate("https://models.example:444/v1")).isNotSameAs(gate);
        assertThat(gate("http://models.example:443/v1")).isNotSameAs(gate);
        assertThat(gate("https://other.example/v1")).isNotSameAs(gate);
    }

    @Test
    void whatOneEndpointLearnsOfAHostHoldsForAll() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(429).build());
            HttpUrl url = server.url("/v1");
            HostGate gate = HostGates.of(HostGates.host(url));
            int before = gate.limit();

            HttpOptions options = HttpOptions.create().withLimits(HttpLimits.DEFAULTS.withRetries(0));
            try (JsonEndpoint endpoint = new JsonEndpoint(url, options)) {
                endpoint.post(JsonNodeFactory.instance.objectNode());
            } catch (HttpFailure e) {
                assertThat(e.kind()).isEqualTo("RATE_LIMITED");
            }

            assertThat(gate.limit()).isLessThan(before);
        }
    }

    @Test
    void aGateThatNobodyHoldsIsForgotten() {
        WeakReference<HostGate> nobodys = new WeakReference<>(gate("https://nobody.example"));

        awaitCollected(nobodys);
        HostGate other = gate("https://other.example");

        assertThat(HostGates.known())
                .contains("https://other.example:443")
                .doesNotContain("https://nobody.example:443");
        assertThat(other.inFlight()).isZero();
    }

    @Test
    void anEndpointHoldsTheGateItHasUsed() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("{}").build());
            try (JsonEndpoint endpoint = new JsonEndpoint(server.url("/v1"), HttpOptions.create())) {
                endpoint.post(JsonNodeFactory.instance.objectNode());
                WeakReference<HostGate> gate =
                        new WeakReference<>(gate(server.url("/v1").toString()));

                awaitCollected(new WeakReference<>(gate("https://nobody.example")));

                assertThat(gate.refersTo(null)).isFalse();
            }
        }
    }

    private static void awaitCollected(WeakReference<HostGate> gate) {
        while (!gate.refersTo(null)) {
            System.gc();
        }
    }

    private static HostGate gate(String url) {
        return HostGates.of(HostGates.host(HttpUrl.get(url)));
    }
}
