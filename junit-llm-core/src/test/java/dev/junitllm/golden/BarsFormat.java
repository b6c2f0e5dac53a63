package dev.junitllm.golden;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;

/** A user's own format: {@code id|input|expected}, one case a line. */
public final class BarsFormat implements GoldenSetFormat {

    @Override
    public String name() {
        return "bars";
    }

    @Override
    public boolean handles(String fileName) {
        return fileName.endsWith(".bars");
    }

    @Override
    public void read(GoldenInput input, RecordSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(input.text());
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] cells = line.split("\\|", -1);
            if (line.equals("crash")) {
                throw new IllegalStateException("I knew it");
            } else if (line.equals("ten billion")) {
                sink.accept(JsonNodeFactory.instance.objectNode().set("input", DoubleNode.valueOf(1e10)), number);
            } else if (line.equals("disk")) {
                throw new IOException("the disk is on fire");
            } else if (cells.length != 3) {
                sink.reject(new Fault("the line has no two bars", "write id|input|expected"), number);
            } else {
                sink.accept(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("id", cells[0])
                                .put("input", cells[1])
                                .put("expected", cells[2]),
                        number);
            }
        }
    }
}
