package dev.junitllm.judge;

import dev.junitllm.judge.chat.ChatModel;
import java.util.List;
import java.util.function.Supplier;

/** The configured judge, for judges that are not made by an annotation. */
final class StandaloneJudge {

    private StandaloneJudge() {}

    static Supplier<List<ChatModel>> models() {
        return () -> {
            throw new IllegalStateException("there is no judge: say which by Judge.on(…).by(model)");
        };
    }
}
