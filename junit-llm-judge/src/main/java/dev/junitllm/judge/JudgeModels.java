package dev.junitllm.judge;

import dev.junitllm.ConfigurationException;
import dev.junitllm.RunScope;
import dev.junitllm.judge.cassette.Cassettes;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModels;
import dev.junitllm.judge.cost.JudgeCosts;
import dev.junitllm.score.RunModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The models that judge in one run. Those of classes of the user's are made once and closed with it. */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
final class JudgeModels implements AutoCloseable {

    private static final String[] ONLY_ONE = {""};

    private final RunModels<ChatModel> ofClasses = new RunModels<>(ChatModel.class);

    private JudgeModels() {}

    static JudgeModels of(RunScope scope) {
        return scope.shared(JudgeModels.class, JudgeModels::new);
    }

    /**
     * The models of a method's judge: those of the named judges, else the one of a class of the user's, else the configured
     * one. Each is kept to the run's budget and counted for the test.
     */
    List<ChatModel> models(String[] names, Class<? extends ChatModel> type, RunScope scope) {
        if (type == ChatModel.class) {
            ChatModels configured = ChatModels.of(scope);
            List<ChatModel> models = new ArrayList<>();
            for (String name : names.length == 0 ? ONLY_ONE : names) {
                models.add(configured(configured, name, scope));
                scope.keep(name.isEmpty() ? "judge" : "judge." + name, () -> configured.settings(name));
            }
            return List.copyOf(models);
        }
        if (names.length > 0) {
            throw new IllegalArgumentException("write one of judges and model, not both");
        }
        return List.of(wired(ofClasses.own(type), OptionalInt.empty(), scope));
    }

    /** Where there is no key, recordings may still answer. */
    private static ChatModel configured(ChatModels models, String judge, RunScope scope) {
        Optional<ConfigurationException> lacking = models.lacking(judge);
        return lacking.isEmpty()
                ? wired(models.model(judge), models.outputLimit(judge), scope)
                : recorded(new UncalledModel(models.description(judge)), lacking.get(), scope);
    }

    /** From the inside out: what really calls, what stops it in time, and what limits its answers. */
    private static ChatModel wired(ChatModel model, OptionalInt limit, RunScope scope) {
        JudgeCosts costs = JudgeCosts.of(scope);
        ChatModel guarded = costs.guarded(model);
        OptionalInt most = limit.isPresent() ? limit : costs.outputLimit();
        return recorded(most.isPresent() ? new LimitedModel(guarded, most.getAsInt()) : guarded, null, scope);
    }

    /** Around that: what records and replays it, and what counts for the gates of the test. */
    private static ChatModel recorded(ChatModel model, @Nullable ConfigurationException lacking, RunScope scope) {
        return JudgeCosts.of(scope).counted(Cassettes.of(scope).recorded(model, lacking, scope), scope);
    }

    @Override
    public void close() throws Exception {
        ofClasses.close();
    }
}
