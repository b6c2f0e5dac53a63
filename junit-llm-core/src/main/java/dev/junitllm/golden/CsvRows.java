package dev.junitllm.golden;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of comma-separated values as RFC 4180 writes them. Not Jackson's CSV, which takes what the RFC forbids (text
 * behind a closing quote, a quote within a bare cell) and, before 2.18, can't tell an empty cell from an empty text.
 */
final class CsvRows {

    /** One cell; a quoted one may be an empty text, a bare empty one is absent. */
    record Cell(String text, boolean quoted) {
        boolean isAbsent() {
            return text.isEmpty() && !quoted;
        }
    }

    private static final int END = -1;

    private final Reader text;
    private final int limit;
    private int current;
    private boolean started;
    private int line = 1;
    private int rowLine;
    private long size;

    CsvRows(Reader text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** The cells of the next row that isn't blank; none at the end. */
    List<Cell> next() throws IOException {
        if (!started) {
            started = true;
            advance();
        }
        while (current != END) {
            List<Cell> row = row();
            if (row.size() > 1 || !row.get(0).isAbsent()) {
                return row;
            }
        }
        return List.of();
    }

    /** The line in which the row began. */
    int line() {
        return rowLine;
    }

    private List<Cell> row() throws IOException {
        rowLine = line;
        size = 0;
        List<Cell> cells = new ArrayList<>();
        cells.add(cell());
        while (current == ',') {
            advance();
            cells.add(cell());
        }
        if (current == '\n') {
            advance();
        }
        return cells;
    }

    private Cell cell() throws IOException {
        return current == '"' ? quoted() : bare();
    }

    private Cell bare() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (current != ',' && current != '\n' && current != END) {
            if (current == '"') {
                throw new FaultException(CsvFaults.quoteInBareCell(), line);
            }
            append(cell);
        }
        if (current != ',' && !cell.isEmpty() && cell.charAt(cell.length() - 1) == '\r') {
            cell.setLength(cell.length() - 1);
        }
        return new Cell(cell.toString(), false);
    }

    private Cell quoted() throws IOException {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        advance();
        while (true) {
            if (current == END) {
                throw new FaultException(CsvFaults.unclosedQuote(), begin);
            } else if (current != '"') {
                append(cell);
            } else {
                advance();
                if (current != '"') {
                    break;
                }
                append(cell);
            }
        }
        if (current == '\r') {
            advance();
        }
        if (current != ',' && current != '\n' && current != END) {
            throw new FaultException(CsvFaults.textBehindQuote(), line);
        }
        return new Cell(cell.toString(), true);
    }

    private void append(StringBuilder cell) throws IOException {
        cell.append((char) current);
        size += current < 0x80 ? 1 : current < 0x800 || Character.isSurrogate((char) current) ? 2 : 3;
        if (size > limit) {
            throw new FaultException(FileFaults.lineTooLong(limit), rowLine);
        }
        advance();
    }

    private void advance() throws IOException {
        if (current == '\n') {
            line++;
        }
        current = text.read();
    }
}
