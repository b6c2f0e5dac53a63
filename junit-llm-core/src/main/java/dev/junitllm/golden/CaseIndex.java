package dev.junitllm.golden;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of each case: its id, the place it can be read from again, and its content hash. Flat arrays, some 45 bytes
 * a case besides the id, since a set may have a hundred thousand. Grows while it is filled by one thread; afterwards any
 * number may read.
 */
final class CaseIndex {

    private int size;
    private int[] files;
    private int[] lines;
    private long[] offsets;
    private int[] lengths;
    private long[] hashes;
    private int[] idEnds;
    private byte[] ids;

    CaseIndex() {
        this(64, 1024);
    }

    private CaseIndex(int rows, int idBytes) {
        files = new int[rows];
        lines = new int[rows];
        offsets = new long[rows];
        lengths = new int[rows];
        hashes = new long[2 * rows];
        idEnds = new int[rows];
        ids = new byte[idBytes];
    }

    /** Where a record can be read from again: the file by its number, the line for messages, the bytes. */
    record Place(int file, int line, long offset, int length) {}

    int add(byte[] id, String contentHash, Place place) {
        grow(id.length);
        int row = size++;
        files[row] = place.file();
        lines[row] = place.line();
        offsets[row] = place.offset();
        lengths[row] = place.length();
        hashes[2 * row] = HexFormat.fromHexDigitsToLong(contentHash, 0, 16);
        hashes[2 * row + 1] = HexFormat.fromHexDigitsToLong(contentHash, 16, 32);
        int begin = idBegin(row);
        System.arraycopy(id, 0, ids, begin, id.length);
        idEnds[row] = begin + id.length;
        return row;
    }

    int size() {
        return size;
    }

    Place place(int row) {
        return new Place(files[row], lines[row], offsets[row], lengths[row]);
    }

    String id(int row) {
        return new String(idBytes(row), StandardCharsets.UTF_8);
    }

    byte[] idBytes(int row) {
        return Arrays.copyOfRange(ids, idBegin(row), idEnds[row]);
    }

    boolean hasId(int row, byte[] id) {
        return Arrays.equals(ids, idBegin(row), idEnds[row], id, 0, id.length);
    }

    String contentHash(int row) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(hashes[2 * row]) + hex.toHexDigits(hashes[2 * row + 1]);
    }

    /** The rows asked for, in arrays that are just as long as they must be. */
    CaseIndex only(int[] rows) {
        int idBytes = Arrays.stream(rows).map(row -> idEnds[row] - idBegin(row)).sum();
        CaseIndex some = new CaseIndex(rows.length, idBytes);
        for (int row : rows) {
            some.add(idBytes(row), contentHash(row), place(row));
        }
        return some;
    }

    private int idBegin(int row) {
        return row == 0 ? 0 : idEnds[row - 1];
    }

    private void grow(int idBytes) {
        if (size == files.length) {
            int rows = size + (size >> 1) + 1;
            files = Arrays.copyOf(files, rows);
            lines = Arrays.copyOf(lines, rows);
            offsets = Arrays.copyOf(offsets, rows);
            lengths = Arrays.copyOf(lengths, rows);
            hashes = Arrays.copyOf(hashes, 2 * rows);
            idEnds = Arrays.copyOf(idEnds, rows);
        }
        long needed = (long) idBegin(size) + idBytes;
        if (needed > ids.length) {
            ids = Arrays.copyOf(ids, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, needed + (needed >> 1))));
        }
    }
}
