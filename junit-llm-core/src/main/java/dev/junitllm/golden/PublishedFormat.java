package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A public benchmark in the form it is published in. Its files are called like any others, so users name the format. */
abstract class PublishedFormat implements GoldenSetFormat {

    private final String name;

    PublishedFormat(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean handles(String fileName) {
        return false;
    }

    @Override
    public final void read(GoldenInput input, RecordSink sink) throws IOException {
        String stem = stem(input.fileName());
        readRecords(input, new RecordSink() {
            private int row;

            @Override
            public void accept(JsonNode record, int line) throws IOException {
                row++;
                ObjectNode made;
                try {
                    made = toCase(PublishedRecord.of(record), stem, row);
                } catch (FaultException e) {
                    sink.reject(e.fault(), line);
                    return;
                }
                sink.accept(made, line);
            }

            @Override
            public void reject(Fault fault, int line) {
                sink.reject(fault, line);
            }
        });
    }

    /** Reads the records as they are published. */
    abstract void readRecords(GoldenInput input, RecordSink records) throws IOException;

    /**
     * Makes a case of a record.
     *
     * @param record as it is published
     * @param stem the file's name without its ending
     * @param row the record's place in the file, from 1
     * @return the fields of a case
     * @throws FaultException saying what is wrong with the record
     */
    abstract ObjectNode toCase(PublishedRecord record, String stem, int row) throws FaultException;

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
