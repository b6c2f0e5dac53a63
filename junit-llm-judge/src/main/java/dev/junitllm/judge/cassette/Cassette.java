package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The recordings of one test during a run. What is new is written now and then, so that a killed run loses little of it, and
 * when the test has ended. Safe for use by several threads.
 */
final class Cassette {

    /** Of so many new recordings, or a quarter of all, some are written: each costs reading and writing the whole file. */
    private static final int WRITTEN_TOGETHER = 20;

    private static final int SHARE = 4;

    private final CassetteFile file;
    private final CassetteSettings settings;
    private final boolean keeps;
    private final Set<String> known;
    private final Map<String, Recording> recordings;
    private final Map<String, Recording> unsaved = new LinkedHashMap<>();
    private final Map<String, Asked> recorded = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private int refused;

    /**
     * The recordings of a test.
     *
     * @param keeps whether what models are asked and say may be kept at all; else nothing new is recorded
     */
    Cassette(CassetteFile file, CassetteSettings settings, boolean keeps) {
        this.keeps = keeps;
        this.file = file;
        this.settings = settings;
        this.recordings = new LinkedHashMap<>(settings.mode() == CassetteMode.LIVE ? Map.of() : file.read());
        this.known = Set.copyOf(recordings.keySet());
    }

    CassetteFile file() {
        return file;
    }

    CassetteSettings settings() {
        return settings;
    }

    synchronized boolean isEmpty() {
        return recordings.isEmpty();
    }

    /** The recorded answer; empty too where the settings say that nothing is replayed. */
    synchronized Optional<ObjectNode> replay(Asked request) {
        asked.add(request.key());
        return settings.mode().replays()
                ? Optional.ofNullable(recordings.get(request.key())).map(Recording::reply)
                : Optional.empty();
    }

    /** Keeps an answer. Of several to one request, asked for at the same time, the first is kept. */
    synchronized void record(Asked request, ObjectNode reply) {
        if (!keeps
                || settings.mode() == CassetteMode.LIVE
                || settings.mode() == CassetteMode.REPLAY
                || recorded.containsKey(request.key())) {
            return;
        }
        Recording recording = new Recording(request, CassetteJson.settled(reply));
        recordings.put(request.key(), recording);
        unsaved.put(request.key(), recording);
        recorded.put(request.key(), request);
        forgotten.remove(request.key());
        if (unsaved.size() >= Math.max(WRITTEN_TOGETHER, recordings.size() / SHARE)) {
            boolean unused = save();
        }
    }

    /** An answer that was recorded now turns out to be of no use. */
    synchronized void forget(Asked request) {
        if (recorded.remove(request.key()) != null) {
            recordings.remove(request.key());
            unsaved.remove(request.key());
            forgotten.add(request.key());
        }
    }

    /** An answer could not be recorded, whatever it was. */
    synchronized void refuse() {
        refused++;
    }

    synchronized Collection<Recording> recordings() {
        return List.copyOf(recordings.values());
    }

    /** Writes what is new. Returns whether anything was. */
    synchronized boolean save() {
        if (unsaved.isEmpty() && forgotten.isEmpty()) {
            return false;
        }
        boolean isNew = !unsaved.isEmpty();
        recordings.putAll(file.merge(unsaved, forgotten));
        recordings.keySet().removeAll(forgotten);
        unsaved.clear();
        forgotten.clear();
        return isNew;
    }

    /** The test has ended: writes what is new, removes what nobody asked for where that is wanted, and says so. */
    synchronized String ended(boolean whole) {
        boolean unused = save();
        Set<Asked> stale = new TreeSet<>(CassetteMessages.BY_CASE);
        if (whole && settings.mode() != CassetteMode.LIVE) {
            recordings.values().stream()
                    .map(Recording::asked)
                    .filter(one -> known.contains(one.key()) && !asked.contains(one.key()))
                    .forEach(stale::add);
        }
        if (settings.prune() && !stale.isEmpty()) {
            Set<String> keys = new HashSet<>();
            stale.forEach(one -> keys.add(one.key()));
            file.merge(Map.of(), keys);
            recordings.keySet().removeAll(keys);
        }
        return CassetteMessages.ended(file.shown(), settings, recorded.values(), stale, known.size(), refused);
    }
}
