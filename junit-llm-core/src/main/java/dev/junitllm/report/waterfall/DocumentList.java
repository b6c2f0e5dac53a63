package dev.junitllm.report.waterfall;

import dev.junitllm.Document;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was searched for, and what was found. */
final class DocumentList {

    private static final int MOST = 100;

    private final Markup out;
    private final Texts texts;

    DocumentList(Markup out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void write(TraceSpan span, Set<String> shown) {
        span.query().ifPresent(query -> {
            shown.add(TraceNames.RETRIEVAL_QUERY);
            span.text(TraceNames.INPUT_VALUE)
                    .filter(query::equals)
                    .ifPresent(same -> shown.add(TraceNames.INPUT_VALUE));
            out.element("h3", "", "query");
            texts.box(query);
        });
        span.documents().ifPresent(documents -> {
            shown.add(TraceNames.RETRIEVAL_DOCUMENTS);
            span.attributes().keySet().stream()
                    .filter(name -> name.startsWith("retrieval.documents."))
                    .forEach(shown::add);
            out.element("h3", "", documents.size() == 1 ? "1 document" : documents.size() + " documents");
            out.element("ol", "documents", () -> documents.stream().limit(MOST).forEach(this::write));
            if (documents.size() > MOST) {
                out.element("p", "cut", "and " + (documents.size() - MOST) + " more documents");
            }
        });
    }

    private void write(Document document) {
        out.open("li");
        out.element("b", "", document.id());
        Double relevance = document.relevance();
        if (relevance != null) {
            out.element("span", "relevance", "score " + Amounts.score(relevance, null));
        }
        if (!document.text().isEmpty()) {
            texts.box(document.text());
        }
        if (!document.metadata().isEmpty()) {
            List<String> facts = document.metadata().entrySet().stream()
                    .map(fact -> fact.getKey() + ": " + fact.getValue())
                    .sorted()
                    .collect(Collectors.toList());
            out.element("p", "remark", String.join(" · ", facts));
        }
        out.close("li");
    }
}
