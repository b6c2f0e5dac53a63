package dev.junitllm.judge.chat;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The models of a run's judges, as the settings {@code junit.llm.judge.*} describe them: each is made once. Safe for use by
 * several threads.
 */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
public final class ChatModels implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Configuration configuration;
    private final Map<String, ChatModel> models = new ConcurrentHashMap<>();

    private ChatModels(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * The models of a run.
     *
     * @param scope the run
     * @return the same at every call
     */
    public static ChatModels of(RunScope scope) {
        return scope.shared(ChatModels.class, () -> new ChatModels(scope.configuration()));
    }

    /**
     * Whether a judge can be called: its model is set, and so is the key where its provider wants one. Settings that are
     * wrong are noticed by {@link #model(String)}.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return false as in a pull request from a fork, which sees no keys
     */
    public boolean isConfigured(String judge) {
        return new ConfiguredChat(configuration, checked(judge)).isConfigured();
    }

    /**
     * The model of the judge without a name.
     *
     * @return the model, made at the first call
     * @throws ConfigurationException saying exactly what to set, where something is missing or wrong
     */
    public ChatModel model() {
        return model("");
    }

    /**
     * The model of a judge.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return the model, made at the first call
     * @throws ConfigurationException saying exactly what to set, where something is missing or wrong
     */
    public ChatModel model(String judge) {
        return models.computeIfAbsent(checked(judge), name -> new ConfiguredChat(configuration, name).create());
    }

    /**
     * What has to be set before a judge's model can be called.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return what {@link #model(String)} throws where the model or its key is not set; empty where both are
     */
    public Optional<ConfigurationException> lacking(String judge) {
        return new ConfiguredChat(configuration, checked(judge)).lacking();
    }

    /**
     * What the model of a judge is called, whether or not it has a key.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return the description; empty where no model is set
     * @throws ConfigurationException where a setting is wrong
     */
    public Optional<ChatModelDescription> description(String judge) {
        ConfiguredChat configured = new ConfiguredChat(configuration, checked(judge));
        if (!configured.hasModel()) {
            return Optional.empty();
        }
        ChatModel model = configured.describing();
        if (model instanceof HttpChatModel http) {
            http.close();
        }
        return Optional.of(model.describe());
    }

    /**
     * How many tokens a judge's model may answer with.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return at least 1; empty where nothing is set
     * @throws ConfigurationException where the setting is no such number
     */
    public OptionalInt outputLimit(String judge) {
        return new ConfiguredChat(configuration, checked(judge)).outputLimit();
    }

    /**
     * The settings a judge's model is made by, those it takes over from the judge without a name and defaults included.
     *
     * @param judge the judge's name, or an empty text for the one that has none
     * @return by the last part of their names, such as {@code base-url}; what has no value is left out. Keys are no settings
     */
    public Map<String, Object> settings(String judge) {
        return new ConfiguredChat(configuration, checked(judge)).settings();
    }

    /** Lets go of all connections. */
    @Override
    public void close() throws Exception {
        Exception first = null;
        for (ChatModel model : models.values()) {
            try {
                if (model instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        models.clear();
        if (first != null) {
            throw first;
        }
    }

    private static String checked(String judge) {
        if (!judge.isEmpty() && !NAME.matcher(judge).matches()) {
            throw new ConfigurationException(
                    "a judge's name in the settings is made of lower-case letters, digits and hyphens, unlike '%s'"
                            .formatted(Printable.line(judge, 80)));
        }
        return judge;
    }
}
