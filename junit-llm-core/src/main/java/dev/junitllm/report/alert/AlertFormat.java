package dev.junitllm.report.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.List;

/** How an alert is written. */
enum AlertFormat {

    /** Every part by its name. */
    JSON {
        @Override
        String write(Alert alert) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("schema", 1)
                    .put("test", alert.test())
                    .put("status", alert.status())
                    .put("goldenSet", alert.goldenSet())
                    .put("outcomes", alert.outcomes())
                    .put("commit", alert.commit());
            addAll(json.putArray("verdicts"), alert.verdicts());
            addAll(json.putArray("drift"), alert.drift());
            ArrayNode cases = json.putArray("worstCases");
            alert.worst()
                    .forEach(one -> cases.addObject()
                            .put("case", one.name())
                            .put("outcome", one.outcome())
                            .put("why", one.why())
                            .put("trace", one.trace()));
            return json.put("results", alert.results())
                    .put("summary", alert.summary())
                    .toString();
        }
    },

    /** A message for Slack and what takes its messages, such as Mattermost. */
    SLACK {
        @Override
        String write(Alert alert) {
            List<String> lines = new ArrayList<>();
            lines.add("*%s* %s (%s): %s"
                    .formatted(
                            plain(alert.status()),
                            plain(alert.test()),
                            plain(alert.goldenSet()),
                            plain(alert.outcomes())));
            alert.verdicts().forEach(line -> lines.add("• " + plain(line)));
            alert.drift().forEach(line -> lines.add("• drift: " + plain(line)));
            alert.worst()
                    .forEach(one -> lines.add("    %s %s%s%s"
                            .formatted(
                                    plain(one.outcome()),
                                    plain(one.name()),
                                    one.why().isEmpty() ? "" : ": " + plain(one.why()),
                                    one.trace().isEmpty() ? "" : " (trace: " + plain(one.trace()) + ")")));
            lines.add("Results: %s, summary: %s%s"
                    .formatted(
                            plain(alert.results()),
                            plain(alert.summary()),
                            alert.commit().isEmpty() ? "" : ", commit " + plain(alert.commit())));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("text", String.join("\n", lines))
                    .put("unfurl_links", false)
                    .put("unfurl_media", false)
                    .toString();
        }
    };

    abstract String write(Alert alert);

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /** Slack takes what stands in angle brackets for links and calls to everybody. */
    private static String plain(String text) {
        return Printable.line(text, 500)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
