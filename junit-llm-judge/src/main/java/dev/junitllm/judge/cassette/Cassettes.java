package dev.junitllm.judge.cassette;

import dev.junitllm.RunScope;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.run.TestFileName;
import dev.junitllm.run.TestId;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import dev.junitllm.trace.Redactor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of a run: {@code src/test/llm-cassettes/<class>.<method>.json} of a test's module, one file for each test
 * method. Safe for use by several threads.
 */
public final class Cassettes implements AutoCloseable {

    private static final String FOLDER = "src/test/llm-cassettes";

    private final CassetteSettings settings;
    private final Redactor redactor;
    private final boolean keeps;
    private final Map<Place, Cassette> cassettes = new ConcurrentHashMap<>();

    private record Place(Path module, String test) {}

    private Cassettes(CassetteSettings settings, Capture capture) {
        this.settings = settings;
        this.redactor = capture.redactor(CaptureField.MESSAGES);
        this.keeps = capture.keeps(CaptureField.MESSAGES);
    }

    /**
     * The recordings of a run.
     *
     * @param scope the run
     * @return the same at every call
     * @throws dev.junitllm.ConfigurationException where a setting is wrong
     */
    public static Cassettes of(RunScope scope) {
        Capture capture = Capture.of(scope);
        return scope.shared(Cassettes.class, () -> new Cassettes(CassetteSettings.of(scope.configuration()), capture));
    }

    /**
     * Records a model's answers for a test, and replays them, as {@code junit.llm.cassette.mode} says. A model that says
     * nothing of itself can't be told from others, and is only ever called.
     *
     * @param model who answers
     * @param lacking what the settings lack so that the model could be called; {@code null} where they lack nothing
     * @param scope whose test it is; outside of a golden-set method nothing is recorded
     * @return the recorded model, or the model itself
     * @throws IllegalArgumentException where everything is to be replayed, but the model has no name to tell recordings by
     * @throws RuntimeException the one given as {@code lacking}, where the model has to be called
     */
    public ChatModel recorded(ChatModel model, @Nullable RuntimeException lacking, RunScope scope) {
        boolean unnamed = model.describe().equals(ChatModelDescription.UNNAMED);
        if (unnamed && settings.mode() == CassetteMode.REPLAY) {
            throw new IllegalArgumentException(
                    "%s = replay, but the model says nothing of itself: override ChatModel.describe(), or give it a name by describedAs(…)"
                            .formatted(CassetteKeys.MODE.name()));
        }
        Optional<Cassette> cassette = cassette(scope);
        boolean isKept = cassette.isPresent() && !unnamed && settings.mode() != CassetteMode.LIVE;
        boolean needsModel = !settings.mode().replays()
                || (settings.mode() == CassetteMode.AUTO
                        && cassette.map(Cassette::isEmpty).orElse(true));
        if (lacking != null && needsModel && !settings.notRun()) {
            throw lacking;
        }
        if (isKept) {
            return new RecordedModel(model, lacking, cassette.get(), new ChatExchange(redactor));
        }
        if (settings.mode() == CassetteMode.REPLAY) {
            return new AbsentModel(
                    model.describe(),
                    settings.absentKind(),
                    CassetteMessages.onlyReplay()
                            + ", and no test runs on this thread whose recordings there could be");
        }
        return lacking == null
                ? model
                : new AbsentModel(model.describe(), settings.absentKind(), String.valueOf(lacking.getMessage()));
    }

    CassetteSettings settings() {
        return settings;
    }

    Redactor redactor() {
        return redactor;
    }

    /** The recordings of a test; empty outside of a golden-set method. */
    Optional<Cassette> cassette(RunScope scope) {
        Optional<Path> module = scope.moduleFolder();
        if (module.isEmpty() || scope.test().indexOf('#') < 0) {
            return Optional.empty();
        }
        return Optional.of(cassettes.computeIfAbsent(new Place(module.get(), scope.test()), place -> {
            String[] test = place.test().split("#", 2);
            String name = TestFileName.of(new TestId(test[0], test[1]));
            Path path = place.module().resolve(FOLDER).resolve(name);
            Cassette cassette =
                    new Cassette(new CassetteFile(path, FOLDER + "/" + name, place.test()), settings, keeps);
            scope.whenEnded(cassette::ended);
            return cassette;
        }));
    }

    /**
     * Writes what was recorded so far, for tests that nobody tells the end of.
     *
     * @return for each file that was written, what there is to say of it
     */
    public List<String> saved() {
        return cassettes.values().stream()
                .filter(Cassette::save)
                .map(cassette -> "recorded what a judge answered: commit "
                        + cassette.file().shown())
                .toList();
    }

    /** Writes what was recorded after its test had ended, or while the run was stopped. */
    @Override
    public void close() {
        cassettes.values().forEach(Cassette::save);
        cassettes.clear();
    }
}
