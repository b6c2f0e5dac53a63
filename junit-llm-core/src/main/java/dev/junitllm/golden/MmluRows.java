package dev.junitllm.golden;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.commons.csv.CSVRecord;

/** The rows of MMLU, which have no header, as the records that its JSON Lines would hold. */
final class MmluRows {

    private static final int CELLS = 6;

    private MmluRows() {}

    static void read(GoldenInput input, RecordSink sink) throws IOException {
        CsvRows rows = new CsvRows(input.text(), input.limits().maxLineBytes());
        for (CSVRecord row = rows.next(); row != null; row = rows.next()) {
            if (row.size() == CELLS) {
                sink.accept(record(row), rows.line());
            } else {
                sink.reject(CsvFaults.notMmlu(row.size()), rows.line());
            }
        }
    }

    private static ObjectNode record(CSVRecord row) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        if (row.get(0) != null) {
            record.put("question", row.get(0));
        }
        ArrayNode choices = record.putArray("choices");
        for (int i = 1; i < CELLS - 1; i++) {
            choices.add(row.get(i) == null ? "" : row.get(i));
        }
        if (row.get(CELLS - 1) != null) {
            record.put("answer", row.get(CELLS - 1));
        }
        return record;
    }
}
