package dev.junitllm.golden;

import dev.junitllm.GoldenCase;
import dev.junitllm.Sha256;
import dev.junitllm.Slices;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Notes every valid case of the first pass: its place, whether it is selected, and what it lacks. */
final class CaseRegister {

    private static final int WORDS_NOTED = 1000;

    private final Selection selection;
    private final CaseIndex index = new CaseIndex();
    private final IdTable ids = new IdTable(index);
    private final BitSet selected = new BitSet();
    private final BitSet nameless = new BitSet();
    private final Map<Need, BitSet> lacking = new LinkedHashMap<>();
    private final SliceIndex slices;
    private final Set<String> tags = new TreeSet<>();
    private final Sha256 fingerprint = Sha256.begin();

    CaseRegister(Selection selection, Collection<String> slices, Collection<Need> needs) {
        this.selection = selection;
        needs.forEach(need -> lacking.put(need, new BitSet()));
        this.slices = new SliceIndex(slices);
    }

    /** The row that has the case's id already, or -1. */
    int rowWithIdOf(GoldenCase golden) {
        return ids.find(utf8(golden.id()));
    }

    boolean has(String id) {
        return ids.find(utf8(id)) >= 0;
    }

    void add(GoldenCase golden, boolean named, CaseIndex.Place place) {
        byte[] id = utf8(golden.id());
        int row = index.add(id, golden.contentHash(), place);
        ids.put(id, row);
        nameless.set(row, !named);
        selected.set(row, selection.takes(golden.id(), golden.tags()));
        noteLacking(golden, row);
        slices.add(row, golden);
        if (tags.size() < WORDS_NOTED) {
            tags.addAll(golden.tags());
        }
        byte[] length = {
            (byte) (id.length >>> 24), (byte) (id.length >>> 16), (byte) (id.length >>> 8), (byte) id.length
        };
        fingerprint.add(length).add(id).add(utf8(golden.contentHash()));
    }

    int size() {
        return index.size();
    }

    CaseIndex index() {
        return index;
    }

    boolean isNameless(int row) {
        return nameless.get(row);
    }

    /** Every tag that a case carries, in order. */
    Set<String> tags() {
        return tags;
    }

    /** The rows to run, in the order of the files. */
    int[] selectedRows() {
        return selection.sampled(selected.stream().toArray());
    }

    /** The slices of the rows to run. */
    Slices slices() {
        return slices.of(selectedRows());
    }

    /** Tells, for each of the rows, whether its case lacks something. */
    BitSet lacking(Need need) {
        return lacking.getOrDefault(need, new BitSet());
    }

    /** A hash of all ids and content hashes, in order. To be asked for once, at the end. */
    String fingerprint() {
        return fingerprint.hex();
    }

    /** The first ids, for messages. */
    List<String> firstIds() {
        return IntStream.range(0, Math.min(index.size(), WORDS_NOTED))
                .mapToObj(index::id)
                .toList();
    }

    private void noteLacking(GoldenCase golden, int row) {
        lacking.forEach((need, rows) -> rows.set(row, !need.isIn().test(golden)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
