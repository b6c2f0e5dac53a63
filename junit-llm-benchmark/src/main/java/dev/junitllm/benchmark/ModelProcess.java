package dev.junitllm.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@link ModelServer} in a process of its own, so that what it costs is not counted. */
final class ModelProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private ModelProcess(Process process, String port) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /** Starts one that takes so long for each answer. */
    static ModelProcess start(String classPath, int latencyMillis) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=1000",
                "-Xmx256m",
                "-cp",
                classPath,
                ModelServer.class.getName(),
                Integer.toString(latencyMillis));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new ModelProcess(process, port);
    }

    /** Where chat completions are, without their last part. */
    String baseUrl() {
        return address + "/v1";
    }

    /** How many requests there were so far. */
    int asked() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/asked")).build();
        return Integer.parseInt(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
