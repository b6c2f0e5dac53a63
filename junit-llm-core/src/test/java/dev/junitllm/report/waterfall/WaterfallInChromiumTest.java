package dev.junitllm.report.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.junitllm.report.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser opens pages of hostile traces. */
@Tag("slow")
class WaterfallInChromiumTest {

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageThatRunsAndLoadsSomethingIsFoundOut() throws Exception {
        String dom = open("<html><head><title>t</title></head><body>" + String.join("\n", HostileTrace.texts(address))
                + "</body></html>");

        assertThat(title(dom)).isEqualTo("owned");
        assertThat(asked).isNotEmpty();
    }

    @Test
    void nothingRunsNothingIsLoadedAndEveryTextIsThere() throws Exception {
        List<String> texts = HostileTrace.texts(address);

        String dom = open(opened(WaterfallPage.of(
                new Heading("demo.EvalTest.answers", "refund-3", "FAILED", texts.get(0)), HostileTrace.of(texts))));

        assertThat(title(dom)).isEqualTo("refund-3");
        assertThat(asked).isEmpty();
        assertThat(dom).doesNotContain("<script", "<img", "<svg", "<iframe", "<object", "<link");
        for (String text : texts) {
            assertThat(dom).contains(asText(text));
        }
    }

    /** Even if an escape were forgotten. */
    @Test
    void thePolicyOfThePageHoldsWithoutTheEscapes() throws Exception {
        String page =
                WaterfallPage.of(new Heading("demo.EvalTest.answers", "refund-3", "FAILED", ""), AgentTrace.trace());
        String injected = page.replace(
                "<header",
                "<script>document.title='owned'</script><img src=\"" + address
                        + "/img\" onerror=\"document.title='owned'\"><header");

        String dom = open(injected);

        assertThat(dom).contains("<script>document.title='owned'</script>");
        assertThat(title(dom)).isEqualTo("refund-3");
        assertThat(asked).isEmpty();
    }

    @Test
    void signsThatHideOrReorderTextAreShownAsEscapes() throws Exception {
        String dom = open(opened(WaterfallPage.of(AgentTrace.HEADING, HostileTrace.of(HostileTrace.signs()))));

        assertThat(dom).contains("a\\u202egpj.exe\\u202c b", "lone \\ud800 high, low \\udc00 lone", "\\u001b[2J");
    }

    @Test
    void aMegabyteOfOutputIsOpened() throws Exception {
        String megabyte = "<b onclick=document.title='owned'>&amp;\n".repeat(30_000);

        String dom = open(opened(WaterfallPage.of(AgentTrace.HEADING, HostileTrace.of(List.of(megabyte)))));

        assertThat(title(dom)).isEqualTo("refund-3 [2/5]");
        assertThat(dom).contains(asText("<b onclick=document.title='owned'>&amp;\n".repeat(1_000)));
    }

    /** Details that are closed are not laid out: open them all. */
    private static String opened(String page) {
        return page.replaceAll("<details (?![^>]*open)", "<details open=\"open\" ");
    }

    private String open(String page) throws IOException, InterruptedException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page);
        return Chromium.find().dom(file, folder);
    }

    private static String title(String dom) {
        return dom.replaceAll("(?s).*?<title>(.*?)</title>.*", "$1");
    }

    /** As a browser writes the text of an element. */
    private static String asText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
