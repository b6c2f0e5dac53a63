package dev.junitllm.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** CSV with a header. Every cell is text; a bare empty one is absent. */
final class CsvFormat implements GoldenSetFormat {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public boolean handles(String fileName) {
        return fileName.endsWith(".csv");
    }

    @Override
    public boolean textOnly() {
        return true;
    }

    @Override
    public void read(GoldenInput input, RecordSink sink) throws IOException {
        CsvRows rows = new CsvRows(input.text(), input.limits().maxLineBytes());
        CSVRecord first = rows.next();
        if (first == null) {
            return;
        }
        List<String> header =
                first.stream().map(cell -> cell == null ? "" : cell.strip()).toList();
        checkHeader(header, rows.line());
        for (CSVRecord row = rows.next(); row != null; row = rows.next()) {
            if (row.size() == header.size()) {
                sink.accept(record(header, row), rows.line());
            } else {
                sink.reject(CsvFaults.ragged(row.size(), header.size()), rows.line());
            }
        }
    }

    private static void checkHeader(List<String> header, int line) throws FaultException {
        if (header.size() == 1 && header.get(0).indexOf(';') >= 0) {
            throw new FaultException(CsvFaults.semicolons(), line);
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty()) {
                throw new FaultException(CsvFaults.namelessColumn(i + 1), line);
            }
            if (header.indexOf(header.get(i)) < i) {
                throw new FaultException(CsvFaults.duplicateColumn(header.get(i)), line);
            }
        }
    }

    private static ObjectNode record(List<String> header, CSVRecord row) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                record.put(header.get(i), row.get(i));
            }
        }
        return record;
    }
}
