package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * TruthfulQA (Lin et al. 2022, arXiv:2109.07958): CSV with the columns {@code Question}, {@code Best Answer},
 * {@code Correct Answers} and {@code Incorrect Answers}, the last two separated by semicolons. Which other columns there
 * are has changed over the years: they are kept in the metadata, {@code Best Incorrect Answer} as
 * {@code best_incorrect_answer}. The input is the question alone.
 */
final class TruthfulQaFormat extends PublishedFormat {

    TruthfulQaFormat() {
        super("truthfulqa");
    }

    @Override
    void readRecords(GoldenInput input, RecordSink records) throws IOException {
        new CsvFormat().read(input, records);
    }

    @Override
    ObjectNode toCase(PublishedRecord record, String stem, int row) throws FaultException {
        String question = record.text("Question");
        String best = record.text("Best Answer").strip();
        List<String> correct = answers(record, "Correct Answers");
        List<String> incorrect = answers(record, "Incorrect Answers");
        ObjectNode metadata = metadata(record.rest());
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("id", stem + "-" + row)
                .put("input", question)
                .put("expected", best);
        made.set(
                "references",
                array(correct.stream().filter(answer -> !answer.equals(best)).toList()));
        made.set(
                "tags",
                array(Stream.of("type", "category")
                        .filter(metadata::has)
                        .map(column -> metadata.get(column).textValue())
                        .toList()));
        metadata.set("incorrect_answers", array(incorrect));
        made.set("metadata", metadata);
        return made;
    }

    private static List<String> answers(PublishedRecord record, String column) throws FaultException {
        List<String> answers = Stream.of(record.text(column).split(";", -1))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .toList();
        if (answers.isEmpty()) {
            throw new FaultException(CaseFaults.blankField(column));
        }
        return answers;
    }

    private static ObjectNode metadata(ObjectNode columns) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            metadata.set(column.getKey().toLowerCase(Locale.ROOT).replace(' ', '_'), column.getValue());
        }
        return metadata;
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
