package dev.junitllm.score.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Levenshtein's distance by Myers' bit-parallel algorithm (Myers 1999, in blocks as by Hyyrö 2003): 64 cells of the table of
 * distances at a time. Neighbours in that table differ by 1 at most, so a column of a block is two words: where the distance
 * is one more than in the row above, and where it is one less.
 */
final class EditDistance {

    /** Cells of the table at most: some tenths of a second. */
    static final long MOST_PAIRS = 10_000_000_000L;

    private EditDistance() {}

    static int between(int[] one, int[] other) throws TooLargeException {
        CommonEnds ends = CommonEnds.of(one, other);
        int[] rows = ends.cut(one);
        int[] columns = ends.cut(other);
        TooLargeException.check(rows.length, columns.length, MOST_PAIRS, "characters");
        int[] steps = new int[columns.length]; // from each column's left neighbour, in the last row so far
        Arrays.fill(steps, 1);
        BlockMasks masks = new BlockMasks(rows, columns);
        for (int start = 0; start < rows.length; start += Long.SIZE) {
            nextRows(masks.of(start), columns, steps, Math.min(Long.SIZE, rows.length - start));
        }
        return rows.length + IntStream.of(steps).sum();
    }

    /** One block of rows, over all columns. */
    private static void nextRows(long[] equal, int[] columns, int[] steps, int rows) {
        long more = -1;
        long less = 0;
        for (int i = 0; i < columns.length; i++) {
            long down = steps[i] < 0 ? 1 : 0;
            long up = steps[i] > 0 ? 1 : 0;
            long same = equal[columns[i]];
            long vertical = same | less;
            same |= down;
            long diagonal = (((same & more) + more) ^ more) | same;
            long rightMore = less | ~(diagonal | more);
            long rightLess = more & diagonal;
            steps[i] = (int) (rightMore >>> (rows - 1) & 1) - (int) (rightLess >>> (rows - 1) & 1);
            rightMore = rightMore << 1 | up;
            rightLess = rightLess << 1 | down;
            more = rightLess | ~(vertical | rightMore);
            less = rightMore & vertical;
        }
    }
}
