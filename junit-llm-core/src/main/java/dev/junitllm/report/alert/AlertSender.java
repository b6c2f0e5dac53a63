package dev.junitllm.report.alert;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Posts to the webhook. Its address is a secret, so that nothing said here names it, nor repeats what a library says of it;
 * no redirect is followed, which could carry an alert to somebody else. A webhook that doesn't answer is not asked again in
 * the same run. Safe for use by several threads.
 */
final class AlertSender {

    private final URI address;
    private final Duration patience;
    private final HttpClient client;
    private final AtomicBoolean dead = new AtomicBoolean();

    private AlertSender(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /**
     * A sender.
     *
     * @param address of the webhook
     * @param patience how long one alert may take, all in all
     * @return empty where the address is none of http or https
     */
    static Optional<AlertSender> to(String address, Duration patience) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(new AlertSender(uri, patience)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Posts.
     *
     * @param json what to post
     * @return what went wrong; empty where the webhook took it
     */
    Optional<String> send(String json) {
        if (dead.get()) {
            return Optional.of("the webhook did not answer before in this run");
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            // the request's own time ends with the headers: an answer without end must not hold the build either
            return said(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return failed(answer, "the webhook did not answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return failed(answer, e.getCause() instanceof IOException io ? words(io) : "the webhook can't be asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(answer, "interrupted");
        }
    }

    private static Optional<String> said(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        return Optional.of(
                status >= 300 && status < 400
                        ? "the webhook answered " + status + ", a redirect, which is not followed"
                        : "the webhook answered " + status);
    }

    private static String words(IOException thrown) {
        String type = thrown.getClass().getSimpleName();
        return type.contains("Timeout")
                ? "the webhook did not answer in time"
                : "the webhook can't be reached (" + type + ")";
    }

    private Optional<String> failed(CompletableFuture<?> answer, String why) {
        dead.set(true);
        answer.cancel(true);
        return Optional.of(why);
    }
}
