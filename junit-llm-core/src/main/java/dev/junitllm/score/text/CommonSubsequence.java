package dev.junitllm.score.text;

/** Longest common subsequences: what two sequences share in the same order, with whatever between. */
final class CommonSubsequence {

    /** Pairs of symbols at most: some tenths of a second. */
    static final long MOST_PAIRS = 10_000_000_000L;

    private CommonSubsequence() {}

    /** The length, by the bit-parallel algorithm of Crochemore et al. 2001 in the form of Hyyrö 2004. */
    static int length(int[] one, int[] other, String unit) throws TooLargeException {
        CommonEnds ends = CommonEnds.of(one, other);
        int[] rows = ends.cut(one);
        int[] columns = ends.cut(other);
        TooLargeException.check(rows.length, columns.length, MOST_PAIRS, unit);
        boolean[] carries = new boolean[columns.length];
        BlockMasks masks = new BlockMasks(rows, columns);
        int length = ends.length();
        for (int start = 0; start < rows.length; start += Long.SIZE) {
            length += inRows(masks.of(start), columns, carries, Math.min(Long.SIZE, rows.length - start));
        }
        return length;
    }

    /** How many of a block's rows end a longer common subsequence than the rows above. */
    private static int inRows(long[] equal, int[] columns, boolean[] carries, int rows) {
        long level = -1;
        for (int i = 0; i < columns.length; i++) {
            long matches = level & equal[columns[i]];
            long sum = level + matches;
            long carried = carries[i] ? sum + 1 : sum;
            carries[i] = Long.compareUnsigned(sum, level) < 0 || Long.compareUnsigned(carried, sum) < 0;
            level = carried | (level - matches);
        }
        return Long.bitCount(~level << (Long.SIZE - rows));
    }
}
