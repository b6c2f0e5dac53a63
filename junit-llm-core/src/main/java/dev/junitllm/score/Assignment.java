package dev.junitllm.score;

import java.util.Arrays;

/**
 * Pairs what was expected with what was found so that the pairs together gain the most, each partner used once. The
 * Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987), in O(n²·m) for n rows and m columns, n ≤ m.
 */
public final class Assignment {

    /** Nobody's partner. */
    public static final int NONE = -1;

    /** About a second: 500 rows with 500 columns. */
    private static final double MOST_STEPS = 125_000_000;

    private static final double MOST_GAINS = 5_000_000;

    private Assignment() {}

    /**
     * Whether finding the best pairs would take too long, so that the caller should refuse: where n²·m is over 125 million
     * for the smaller number n and the larger number m, or n·m over 5 million.
     *
     * @param rows how many rows there are
     * @param columns how many columns there are
     * @return true for more than 500 with 500, 50 with 50,000, or 5 with a million
     */
    public static boolean isTooLarge(int rows, int columns) {
        double gains = (double) rows * columns;
        return gains > MOST_GAINS || gains * Math.min(rows, columns) > MOST_STEPS;
    }

    /**
     * Finds the best pairs. Among equally good ones the choice depends on the order of rows and columns alone.
     *
     * @param gain what each row gains with each column; a rectangle of finite numbers, at least 0
     * @return for each row its column, or {@link #NONE} where columns are fewer than rows
     * @throws IllegalArgumentException where a number is negative, infinite or none
     */
    public static int[] best(double[][] gain) {
        int rows = gain.length;
        int columns = rows == 0 ? 0 : gain[0].length;
        check(gain, columns);
        if (rows <= columns) {
            return solve(gain, rows, columns);
        }
        int[] rowOfColumn = solve(transposed(gain, rows, columns), columns, rows);
        int[] columnOfRow = new int[rows];
        Arrays.fill(columnOfRow, NONE);
        for (int column = 0; column < columns; column++) {
            columnOfRow[rowOfColumn[column]] = column;
        }
        return columnOfRow;
    }

    /**
     * What a pairing gains.
     *
     * @param gain what each row gains with each column
     * @param columnOfRow the pairing, as {@link #best} gives it
     * @return the sum over the pairs
     */
    public static double total(double[][] gain, int[] columnOfRow) {
        double total = 0;
        for (int row = 0; row < columnOfRow.length; row++) {
            total += columnOfRow[row] == NONE ? 0 : gain[row][columnOfRow[row]];
        }
        return total;
    }

    /** Adds one row after the other to the pairing, each along the cheapest alternating path. Counts from 1, 0 is nobody. */
    private static int[] solve(double[][] gain, int rows, int columns) {
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOfColumn = new int[columns + 1];
        int[] before = new int[columns + 1];
        double[] cheapest = new double[columns + 1];
        boolean[] reached = new boolean[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOfColumn[0] = row;
            Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
            Arrays.fill(reached, false);
            int column = 0;
            do {
                reached[column] = true;
                int from = rowOfColumn[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int to = 1; to <= columns; to++) {
                    if (!reached[to]) {
                        double cost = -gain[from - 1][to - 1] - rowPotential[from] - columnPotential[to];
                        if (cost < cheapest[to]) {
                            cheapest[to] = cost;
                            before[to] = column;
                        }
                        if (cheapest[to] < step) {
                            step = cheapest[to];
                            next = to;
                        }
                    }
                }
                for (int to = 0; to <= columns; to++) {
                    if (reached[to]) {
                        rowPotential[rowOfColumn[to]] += step;
                        columnPotential[to] -= step;
                    } else {
                        cheapest[to] -= step;
                    }
                }
                column = next;
            } while (rowOfColumn[column] != 0);
            while (column != 0) {
                rowOfColumn[column] = rowOfColumn[before[column]];
                column = before[column];
            }
        }
        int[] columnOfRow = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOfColumn[column] != 0) {
                columnOfRow[rowOfColumn[column] - 1] = column - 1;
            }
        }
        return columnOfRow;
    }

    private static double[][] transposed(double[][] gain, int rows, int columns) {
        double[][] transposed = new double[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column][row] = gain[row][column];
            }
        }
        return transposed;
    }

    private static void check(double[][] gain, int columns) {
        for (double[] row : gain) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "rows of different lengths: %s and %s".formatted(columns, row.length));
            }
            for (double value : row) {
                if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a gain is finite and at least 0, unlike " + value);
                }
            }
        }
    }
}
