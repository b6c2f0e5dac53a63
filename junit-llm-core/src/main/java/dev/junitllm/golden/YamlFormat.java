package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML list of cases. Anchors, aliases and tags are refused: a golden file says what it means where it means it. */
final class YamlFormat implements GoldenSetFormat {

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public boolean handles(String fileName) {
        return fileName.endsWith(".yaml") || fileName.endsWith(".yml");
    }

    @Override
    public void read(GoldenInput input, RecordSink sink) throws IOException {
        int limit = input.limits().maxLineBytes();
        InputStream whole = new LimitedInputStream(input.bytes(), limit, FileFaults.documentTooLong(limit));
        try (YAMLParser parser = factory(input.limits()).createParser(StrictUtf8Reader.of(whole))) {
            read(parser, limit, sink);
        } catch (JsonProcessingException e) {
            rethrowCause(e);
            sink.reject(JsonFaults.syntax("YAML", e), JsonArrayFormat.lineOf(e));
        } catch (YAMLException | NumberFormatException | StringIndexOutOfBoundsException e) {
            rethrowCause(e);
            sink.reject(YamlFaults.syntax(e), 0);
        }
    }

    /** SnakeYAML hides what its reader throws, and Jackson hides that once more. */
    private static void rethrowCause(Exception e) throws FaultException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException fault) {
                throw fault;
            }
        }
    }

    private static YAMLFactory factory(ReadingLimits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.maxLineBytes());
        options.setNestingDepthLimit(ReadingLimits.MAX_NESTING + 2);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(JsonReading.constraints(limits))
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS) // so that `no` is Norway
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL) // a default that the builder forgets
                .build();
    }

    private static void read(YAMLParser parser, int limit, RecordSink sink) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return; // an empty file: said by whoever counts the cases
        }
        check(parser);
        if (token != JsonToken.START_ARRAY) {
            throw new FaultException(YamlFaults.notAList(), line(parser));
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line(parser);
            sink.accept(TreeReader.read(parser, limit, YamlFormat::check), line);
        }
        if (parser.nextToken() != null) {
            throw new FaultException(YamlFaults.severalDocuments(), line(parser));
        }
    }

    /**
     * Jackson would give an alias as the text of its name, without a word, and YAML 1.1 would read 0123 as 83 and 1_000 as
     * 1000: what is no number in JSON is refused, since most of it is meant as text.
     */
    private static void check(JsonParser token) throws IOException {
        YAMLParser parser = (YAMLParser) token;
        if (parser.isCurrentAlias()) {
            throw new FaultException(YamlFaults.alias(parser.getText()), line(parser));
        }
        if (parser.getObjectId() != null) {
            throw new FaultException(YamlFaults.anchor(parser.getObjectId()), line(parser));
        }
        if (parser.getTypeId() != null) {
            throw new FaultException(YamlFaults.tag(parser.getTypeId()), line(parser));
        }
        if (parser.currentToken().isNumeric()
                && !JSON_NUMBER.matcher(parser.getText()).matches()) {
            throw new FaultException(YamlFaults.number(parser.getText()), line(parser));
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(0, parser.currentTokenLocation().getLineNr());
    }
}
