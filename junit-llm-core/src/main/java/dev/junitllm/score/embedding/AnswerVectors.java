package dev.junitllm.score.embedding;

import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The vectors of acceptable answers, each asked for once however many samples, threads and scorers compare with it. Keeps
 * those used last, within a fixed amount of memory. Safe for use by several threads.
 */
final class AnswerVectors {

    /** Numbers of vectors and characters of texts, together: up to 32 MiB. */
    private static final long MOST = 4L << 20;

    private record Key(String model, String text) {}

    private record Entry(Key key, CompletableFuture<double[]> vector) {}

    private final long most;
    private final Map<Key, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    AnswerVectors() {
        this(MOST);
    }

    AnswerVectors(long most) {
        this.most = most;
    }

    /**
     * The vectors of acceptable answers and of the output to compare with them. What isn't kept is asked for at once.
     *
     * @return the answers' in their order, then the output's; all of them finite, none of them zero
     */
    List<double[]> with(EmbeddingModel model, List<String> answers, String output) throws ScoringException {
        List<Entry> missing = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(answers.size() + 1);
        for (String answer : answers) {
            entries.add(claim(new Key(model.id(), answer), missing));
        }
        int same = answers.indexOf(output);
        entries.add(same >= 0 ? entries.get(same) : passing(new Key(model.id(), output), missing));
        ask(model, missing);
        List<double[]> vectors = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            vectors.add(await(model, entry));
        }
        return vectors;
    }

    /** What is kept or on its way; else what the caller now has to ask for. */
    private synchronized Entry claim(Key key, List<Entry> missing) {
        return kept.computeIfAbsent(key, absent -> passing(absent, missing));
    }

    private static Entry passing(Key key, List<Entry> missing) {
        Entry entry = new Entry(key, new CompletableFuture<>());
        missing.add(entry);
        return entry;
    }

    private void ask(EmbeddingModel model, List<Entry> missing) throws ScoringException {
        if (missing.isEmpty()) {
            return;
        }
        try {
            List<String> texts =
                    missing.stream().map(entry -> entry.key().text()).toList();
            List<double[]> vectors = CheckedVectors.of(model, texts);
            for (int i = 0; i < texts.size(); i++) {
                missing.get(i).vector().complete(vectors.get(i));
            }
        } finally {
            missing.forEach(this::settle);
        }
    }

    private synchronized void settle(Entry entry) {
        if (entry.vector().cancel(false)) { // nothing came: whoever asks next tries again
            kept.remove(entry.key(), entry);
        } else if (entry.equals(kept.get(entry.key()))) {
            weight += weight(entry);
            forgetTheEldest();
        }
    }

    private void forgetTheEldest() {
        Iterator<Entry> eldest = kept.values().iterator();
        while (weight > most && eldest.hasNext()) {
            Entry entry = eldest.next();
            if (entry.vector().isDone()) {
                weight -= weight(entry);
                eldest.remove();
            }
        }
    }

    private static long weight(Entry entry) {
        return (long) entry.key().text().length() + entry.vector().join().length;
    }

    private static double[] await(EmbeddingModel model, Entry entry) throws ScoringException {
        try {
            return entry.vector().get();
        } catch (CancellationException | ExecutionException e) {
            // another thread's failure is that thread's
            return CheckedVectors.of(model, List.of(entry.key().text())).get(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringException("INTERRUPTED", "interrupted while waiting for " + CheckedVectors.name(model), e);
        }
    }
}
