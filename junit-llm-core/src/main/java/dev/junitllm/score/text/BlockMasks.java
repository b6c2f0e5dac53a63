package dev.junitllm.score.text;

import java.util.stream.IntStream;

/** For 64 rows at a time, where each symbol stands in them: one bit a row. */
final class BlockMasks {

    private final int[] rows;
    private final long[] masks;
    private int start;
    private int end;

    /** Symbols are numbers from 0 on, the smaller the better. */
    BlockMasks(int[] rows, int[] columns) {
        this.rows = rows;
        this.masks = new long
                [1
                        + IntStream.concat(IntStream.of(rows), IntStream.of(columns))
                                .max()
                                .orElse(0)];
    }

    /** The masks by symbol, for the 64 rows from here; good until the next call. */
    long[] of(int first) {
        for (int i = start; i < end; i++) {
            masks[rows[i]] = 0;
        }
        start = first;
        end = Math.min(rows.length, first + Long.SIZE);
        for (int i = start; i < end; i++) {
            masks[rows[i]] |= 1L << (i - start);
        }
        return masks;
    }
}
