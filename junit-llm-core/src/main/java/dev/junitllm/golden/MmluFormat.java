package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * MMLU (Hendrycks et al. 2021, arXiv:2009.03300): CSV without a header, of a question, four choices and the letter of the
 * right one, a file for each subject; or JSON Lines of {@code question}, {@code choices} and {@code answer}, the letter or
 * its place from 0. The input is the question with its choices in the form of the paper's own evaluation.
 */
final class MmluFormat extends PublishedFormat {

    private static final List<String> LETTERS = List.of("A", "B", "C", "D");

    private static final Pattern SPLIT = Pattern.compile("_(test|val|dev)$");

    MmluFormat() {
        super("mmlu");
    }

    @Override
    void readRecords(GoldenInput input, RecordSink records) throws IOException {
        JsonLinesFormat lines = new JsonLinesFormat();
        if (lines.handles(input.fileName().toLowerCase(Locale.ROOT))) {
            lines.read(input, records);
        } else {
            MmluRows.read(input, records);
        }
    }

    @Override
    ObjectNode toCase(PublishedRecord record, String stem, int row) throws FaultException {
        String question = record.text("question");
        ArrayNode choices = choices(record.value("choices"));
        String letter = letter(record.value("answer"));
        String subject = record.optionalText("subject")
                .filter(named -> !named.isBlank())
                .orElseGet(() -> SPLIT.matcher(stem).replaceFirst(""));
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("id", stem + "-" + row)
                .put("input", prompt(question, choices))
                .put("expected", letter)
                .put("tags", subject);
        ObjectNode metadata = record.rest().put("question", question).put("subject", subject);
        metadata.set("choices", choices);
        made.set("metadata", metadata);
        return made;
    }

    private static String prompt(String question, ArrayNode choices) {
        StringBuilder prompt = new StringBuilder(question);
        for (int i = 0; i < LETTERS.size(); i++) {
            prompt.append('\n')
                    .append(LETTERS.get(i))
                    .append(". ")
                    .append(choices.get(i).textValue());
        }
        return prompt.append("\nAnswer:").toString();
    }

    private static ArrayNode choices(JsonNode node) throws FaultException {
        if (!(node instanceof ArrayNode choices) || choices.size() != LETTERS.size()) {
            throw new FaultException(CaseFaults.notFourChoices(node));
        }
        for (JsonNode choice : choices) {
            if (!choice.isTextual()) {
                throw new FaultException(
                        CaseFaults.wrongType("choices", choice, "four texts", "[\"…\", \"…\", \"…\", \"…\"]"));
            }
        }
        return choices;
    }

    private static String letter(JsonNode answer) throws FaultException {
        if (answer.isTextual() && LETTERS.contains(answer.textValue().strip())) {
            return answer.textValue().strip();
        }
        if (answer.isIntegralNumber()
                && answer.canConvertToInt()
                && answer.intValue() >= 0
                && answer.intValue() < LETTERS.size()) {
            return LETTERS.get(answer.intValue());
        }
        throw new FaultException(CaseFaults.noLetter(answer));
    }
}
