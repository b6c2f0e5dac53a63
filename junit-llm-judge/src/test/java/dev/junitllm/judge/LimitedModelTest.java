package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedModelTest {

    private final List<ChatRequest> asked = new ArrayList<>();
    private final LimitedModel model = new LimitedModel(
            request -> {
                asked.add(request);
                return ChatReply.of("yes");
            },
            100);

    @Test
    void limitsRequestsWithoutALimitOfTheirOwn() throws ScoringException {
        ChatRequest request = ChatRequest.of(ChatMessage.user("well?"));

        model.chat(request);
        model.chat(request.withSampling(Sampling.DEFAULT.withMaxOutputTokens(7)));

        assertThat(asked)
                .extracting(each -> each.sampling().outputLimit().orElse(0))
                .containsExactly(100, 7);
        assertThat(asked.get(0).messages()).isEqualTo(request.messages());
    }
}
