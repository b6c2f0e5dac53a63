package dev.junitllm.score.json;

import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.regex.RegularExpression;
import dev.junitllm.Printable;
import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.ScoringException;
import java.util.Optional;

/**
 * A pattern of a schema, which gives up instead of backtracking for hours. As in ECMA-262, a dollar at its end means the end
 * of the text, even before a line feed.
 */
final class SchemaPattern implements RegularExpression {

    private final RegexSearch search;
    private final boolean reachesTheEnd;

    SchemaPattern(String regex) {
        try {
            this.search = new RegexSearch(regex);
        } catch (IllegalArgumentException e) {
            throw new JsonSchemaException("its pattern '%s' is no regular expression: %s"
                    .formatted(Printable.line(regex, 80), e.getMessage()));
        }
        this.reachesTheEnd = regex.endsWith("$") && !regex.endsWith("\\$");
    }

    @Override
    public boolean matches(String value) {
        try {
            Optional<RegexSearch.Match> match = search.in(value, false);
            return match.isPresent() && (!reachesTheEnd || match.get().end() == value.length());
        } catch (ScoringException e) {
            throw new GivenUp(e);
        }
    }

    /** Carries the reason through the validator. */
    static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ScoringException why;

        GivenUp(ScoringException why) {
            super(why);
            this.why = why;
        }

        ScoringException why() {
            return why;
        }
    }
}
