package dev.junitllm.judge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** One attempt: a request out, a bounded reply in. */
final class Exchange {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final long LARGEST_ERROR = 64 << 10;

    private final OkHttpClient client;
    private final HttpLimits limits;
    private final Wording wording;
    private final ServerErrors errors;

    Exchange(OkHttpClient client, HttpLimits limits, Wording wording) {
        this.client = client;
        this.limits = limits;
        this.wording = wording;
        this.errors = new ServerErrors(wording, limits);
    }

    /** Sends a request and reads the reply. */
    JsonNode attempt(Request request) throws HttpFailure {
        try (Response response = client.newCall(request).execute()) {
            if (response.isSuccessful()) {
                return parse(read(response));
            }
            byte[] body = readSome(response);
            throw errors.explain(response, parseIfJson(body), new String(body, UTF_8));
        } catch (IOException e) {
            throw explain(e);
        }
    }

    private byte[] read(Response response) throws IOException, HttpFailure {
        BufferedSource source = response.body().source();
        if (source.request(limits.largestReply() + 1)) {
            throw HttpFailure.lasting(
                    "REPLY_TOO_LARGE",
                    wording.say(
                            "answered more than the %s bytes that are read at most".formatted(limits.largestReply())));
        }
        return source.readByteArray();
    }

    private static byte[] readSome(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LARGEST_ERROR);
        return source.getBuffer()
                .readByteArray(Math.min(LARGEST_ERROR, source.getBuffer().size()));
    }

    private JsonNode parse(byte[] body) throws HttpFailure {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isMissingNode()) {
                throw HttpFailure.lasting("BAD_REPLY", wording.say("answered nothing"));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw HttpFailure.lasting("BAD_REPLY", wording.say("answered no JSON: " + new String(body, UTF_8).strip()));
        } catch (IOException e) {
            throw HttpFailure.lasting("BAD_REPLY", wording.say("answered what can't be read: " + e));
        }
    }

    private static JsonNode parseIfJson(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpFailure explain(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        if (e instanceof InterruptedIOException) {
            return HttpFailure.lasting(
                    "TIMEOUT",
                    wording.say(
                            "took too long: " + e,
                            "an attempt may take %s s".formatted(Wording.seconds(limits.timeout()))));
        }
        String message = wording.say("failed: " + e);
        return e instanceof SSLException
                ? HttpFailure.lasting("CONNECTION_FAILED", message)
                : HttpFailure.passing("CONNECTION_FAILED", message, Optional.empty());
    }

    HttpFailure interrupted() {
        return HttpFailure.lasting("INTERRUPTED", wording.say("was interrupted"));
    }
}
