package dev.junitllm.judge;

import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.prompt.DataField;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Makes what docs/criteria.md says of the criteria and the fields. */
class CriteriaPageTest {

    @Test
    void listsEveryCriterion() throws IOException {
        StringBuilder page = new StringBuilder();
        for (String name : Criteria.ALL) {
            Criterion criterion = Criterion.named(name);
            page.append("### ")
                    .append(name)
                    .append("\n\n")
                    .append(criterion.summary())
                    .append("\n\n");
            page.append("- `Criteria.")
                    .append(name.replace('-', '_').toUpperCase(Locale.ROOT))
                    .append("`, version ");
            page.append(criterion.version())
                    .append(", hash `")
                    .append(criterion.hash())
                    .append("`\n");
            page.append("- Needs ").append(fields(criterion.needed()));
            page.append(
                    criterion.wanted().isEmpty()
                            ? ""
                            : "; is shown " + fields(criterion.wanted()) + " too, where there");
            page.append("\n- Judged by: ").append(criterion.shape()).append('\n');
            page.append("- Score: ").append(criterion.scoring()).append('\n');
            page.append("- An answer with nothing to judge: ")
                    .append(ofNothing(criterion))
                    .append("\n\n");
        }
        DocsTable.check("criteria.md", "criteria", page.toString().stripTrailing() + "\n");
    }

    @Test
    void listsEveryField() throws IOException {
        String rows = Arrays.stream(DataField.values())
                .map(field -> "| `" + field.label() + "` | " + field.source() + " |\n")
                .collect(Collectors.joining());
        DocsTable.check("criteria.md", "fields", "| field | where it comes from |\n|---|---|\n" + rows);
    }

    private static String ofNothing(Criterion criterion) {
        return criterion
                .scoreOfNothing()
                .map(score -> score.value().isPresent() ? "0, without a call" : "not applicable, without a call")
                .orElse("judged like any other");
    }

    private static String fields(Collection<DataField> fields) {
        return fields.stream().map(field -> "`" + field.label() + "`").collect(Collectors.joining(", "));
    }
}
