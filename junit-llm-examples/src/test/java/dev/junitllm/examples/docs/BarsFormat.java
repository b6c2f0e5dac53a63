package dev.junitllm.examples.docs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.golden.Fault;
import dev.junitllm.golden.GoldenInput;
import dev.junitllm.golden.GoldenSetFormat;
import dev.junitllm.golden.RecordSink;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads {@code id|input}, one case a line. */
// tag::format[]
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
            if (cells.length == 2) {
                sink.accept(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("id", cells[0])
                                .put("input", cells[1]),
                        number);
            } else {
                sink.reject(new Fault("the line has no bar", "write id|input"), number);
            }
        }
    }
}
// end::format[]
