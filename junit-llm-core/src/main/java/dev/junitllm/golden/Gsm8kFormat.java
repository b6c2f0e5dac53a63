package dev.junitllm.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GSM8K (Cobbe et al. 2021, arXiv:2110.14168): JSON Lines of {@code question} and {@code answer}, a worked solution that
 * ends in {@code ####} and the number. The number alone is expected; the solution is kept in the metadata.
 */
final class Gsm8kFormat extends PublishedFormat {

    private static final Pattern FINAL_NUMBER = Pattern.compile("####\\s*(-?\\d[\\d,]*(?:\\.\\d+)?)\\s*$");

    Gsm8kFormat() {
        super("gsm8k");
    }

    @Override
    void readRecords(GoldenInput input, RecordSink records) throws IOException {
        new JsonLinesFormat().read(input, records);
    }

    @Override
    ObjectNode toCase(PublishedRecord record, String stem, int row) throws FaultException {
        String question = record.text("question");
        String answer = record.text("answer");
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("id", stem + "-" + row)
                .put("input", question)
                .put("expected", finalNumber(answer));
        made.set("metadata", record.rest().put("answer", answer));
        return made;
    }

    private static String finalNumber(String answer) throws FaultException {
        Matcher number = FINAL_NUMBER.matcher(answer);
        if (!number.find()) {
            throw new FaultException(CaseFaults.noFinalNumber());
        }
        return number.group(1).replace(",", "");
    }
}
