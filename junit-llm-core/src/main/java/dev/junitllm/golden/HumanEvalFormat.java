package dev.junitllm.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * HumanEval (Chen et al. 2021, arXiv:2107.03374): JSON Lines of {@code task_id}, {@code prompt}, {@code entry_point},
 * {@code canonical_solution} and {@code test}. The input is the prompt, which the application completes.
 */
final class HumanEvalFormat extends PublishedFormat {

    HumanEvalFormat() {
        super("humaneval");
    }

    @Override
    void readRecords(GoldenInput input, RecordSink records) throws IOException {
        new JsonLinesFormat().read(input, records);
    }

    @Override
    ObjectNode toCase(PublishedRecord record, String stem, int row) throws FaultException {
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("id", record.text("task_id"))
                .put("input", record.text("prompt"));
        record.optionalText("canonical_solution").ifPresent(solution -> made.put("expected", solution));
        ObjectNode metadata = JsonNodeFactory.instance
                .objectNode()
                .put("entry_point", record.text("entry_point"))
                .put("test", record.text("test"));
        made.set("metadata", metadata.setAll(record.rest()));
        return made;
    }
}
