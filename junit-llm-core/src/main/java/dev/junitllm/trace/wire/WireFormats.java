package dev.junitllm.trace.wire;

import java.util.List;
import java.util.Optional;

/** The forms that are known. Each is asked of every request that an application makes. */
final class WireFormats {

    private static final List<WireFormat> ALL = List.of(
            new OpenAiChatFormat(),
            new OpenAiResponsesFormat(),
            new EmbeddingsFormat(),
            new AnthropicFormat(),
            new GeminiFormat(),
            new GeminiEmbeddingsFormat(),
            new OllamaFormat());

    private WireFormats() {}

    /** The format of requests to a path. */
    static Optional<WireFormat> of(String path) {
        for (WireFormat format : ALL) {
            if (format.isAt(path)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
