package dev.junitllm.judge;

import dev.junitllm.ConfigurationException;
import dev.junitllm.RunScope;
import dev.junitllm.judge.cassette.Cassettes;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModels;
import dev.junitllm.judge.cost.JudgeCosts;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that judge in one run. Those of classes of the user's are made once and closed with it. */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
final class JudgeModels implements AutoCloseable {

    private static final String[] ONLY_ONE = {""};

    private final Map<Class<? extends ChatModel>, ChatModel> made = new LinkedHashMap<>();

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
            }
            return List.copyOf(models);
        }
        if (names.length > 0) {
            throw new IllegalArgumentException("write one of judges and model, not both");
        }
        return List.of(wired(ofClass(type), null, scope));
    }

    /** Where there is no key, recordings may still answer. */
    private static ChatModel configured(ChatModels models, String judge, RunScope scope) {
        Optional<ConfigurationException> lacking = models.lacking(judge);
        return lacking.isEmpty()
                ? wired(models.model(judge), null, scope)
                : wired(new UncalledModel(models.description(judge)), lacking.get(), scope);
    }

    /**
     * From the inside out: what really calls, what stops it in time, what records and replays it, what counts for the gates of
     * the test.
     */
    private static ChatModel wired(ChatModel model, @Nullable ConfigurationException lacking, RunScope scope) {
        JudgeCosts costs = JudgeCosts.of(scope);
        ChatModel called = lacking == null ? costs.guarded(model) : model;
        return costs.counted(Cassettes.of(scope).recorded(called, lacking, scope), scope);
    }

    private synchronized ChatModel ofClass(Class<? extends ChatModel> type) {
        ChatModel known = made.get(type);
        if (known != null) {
            return known;
        }
        ChatModel model = instantiate(type);
        made.put(type, model);
        return model;
    }

    private static ChatModel instantiate(Class<? extends ChatModel> type) {
        try {
            Constructor<? extends ChatModel> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constructor of model = %s failed: %s".formatted(type.getName(), e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "model = %s: it must be a class (static where nested) with a constructor without parameters"
                            .formatted(type.getName()),
                    e);
        }
    }

    @Override
    public synchronized void close() throws Exception {
        Exception first = null;
        for (ChatModel model : made.values()) {
            try {
                if (model instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
