package dev.junitllm.score.json;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.resource.ClasspathSchemaLoader;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import dev.junitllm.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Loads what a schema refers to from the class path and from nowhere else, and remembers it. */
final class ReferredSchemas implements SchemaLoader {

    /** Where the validator keeps the meta-schemas. */
    private static final String META_SCHEMAS = "classpath:draft";

    private final SchemaLoader classPath = new ClasspathSchemaLoader();
    private final Map<String, String> texts = new ConcurrentSkipListMap<>();

    @Override
    public InputStreamSource getSchema(AbsoluteIri iri) {
        InputStreamSource source = classPath.getSchema(iri);
        if (source == null) {
            throw new JsonSchemaException(
                    "it refers to %s, which is not fetched; put that schema under $defs, or on the class path"
                            .formatted(Printable.line(iri.toString(), 200)));
        }
        if (iri.toString().startsWith(META_SCHEMAS)) {
            return source;
        }
        return () -> remembered(iri, source);
    }

    Map<String, String> texts() {
        return new TreeMap<>(texts);
    }

    private InputStream remembered(AbsoluteIri iri, InputStreamSource source) throws IOException {
        try (InputStream stream = source.getInputStream()) {
            byte[] bytes = stream.readAllBytes();
            texts.put(iri.toString(), new String(bytes, StandardCharsets.UTF_8));
            return new ByteArrayInputStream(bytes);
        }
    }
}
