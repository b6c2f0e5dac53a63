package dev.junitllm.golden;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, read by Commons CSV, whose failures are told in our words. A bare empty cell is null. */
final class CsvRows {

    // With this quote mode, a bare empty cell is null, but not a quoted one. Commons CSV isn't told of the header,
    // since its exceptions don't say which column is wrong, and keeps blank lines, so that the next row's line is
    // known.
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .build();

    private final RowReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private int line;

    CsvRows(Reader text, int limit) throws IOException {
        this.text = new RowReader(text, limit);
        this.parser = FORMAT.parse(this.text);
        this.rows = parser.iterator();
    }

    /** The next row that isn't blank, or null at the end. */
    @Nullable
    CSVRecord next() throws IOException {
        CSVRecord row;
        do {
            line = (int) parser.getCurrentLineNumber() + 1;
            text.beginRow(line);
            row = read();
        } while (row != null && row.size() == 1 && row.get(0) == null);
        return row;
    }

    /** The line in which the row began. */
    int line() {
        return line;
    }

    private @Nullable CSVRecord read() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw text.hasFailed() ? e.getCause() : malformed();
        }
    }

    /** Commons CSV refuses two things, and tells them apart by its words only. */
    private FaultException malformed() {
        return text.hasEnded()
                ? new FaultException(CsvFaults.unclosedQuote(), line)
                : new FaultException(CsvFaults.textBehindQuote(), (int) parser.getCurrentLineNumber());
    }
}
