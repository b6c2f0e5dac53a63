package dev.junitllm.examples.tickets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.gate.SetScore;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.answer.ClassificationScore;
import dev.junitllm.score.json.FieldMatcher;
import dev.junitllm.score.json.JsonScore;
import dev.junitllm.score.tools.ToolCallScore;

/** What the desk makes of a message: its category, every field it reads, and the tools it calls. */
class TicketDeskEvalTest {

    private final TicketDesk desk = new TicketDesk();

    // tag::sorts[]
    @GoldenSet(value = "golden/tickets.jsonl", expected = "/expected/category")
    @ClassificationScore(labels = {"REFUND", "DELIVERY", "ACCOUNT", "OTHER"})
    @SetScore(of = "classification", atLeast = 0.75) // macro F1: each category counts the same, however rare
    void sorts(GoldenCase golden, Actual actual) {
        actual.output(desk.read(golden.input()).category().name());
    }
    // end::sorts[]

    // tag::handles[]
    @GoldenSet("golden/tickets.jsonl")
    @JsonScore(fields = @FieldMatcher(path = "/amount", tolerance = 0.005), recordOnly = true)
    @ToolCallScore
    @MeanScore(of = "json-fields", atLeast = 0.9)
    @PassRate(atLeast = 0.75)
    void handles(GoldenCase golden, Actual actual) {
        var ticket = desk.read(golden.input());
        actual.output(new JsonMapper().valueToTree(ticket));
        desk.handle(ticket, new RecordedTools(actual));
    }
    // end::handles[]
}
