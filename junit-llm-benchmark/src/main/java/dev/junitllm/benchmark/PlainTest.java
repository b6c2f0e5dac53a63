package dev.junitllm.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one would write without golden sets. Started by {@link ChildRun} alone. */
class PlainTest {

    /** One line of the file. */
    record Case(String id, String input, String expected) {}

    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Case.class);

    static Stream<Named<Case>> cases() throws IOException {
        InputStream file = Objects.requireNonNull(PlainTest.class.getResourceAsStream("/" + CaseFile.NAME));
        MappingIterator<Case> cases = READER.readValues(file);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cases, Spliterator.ORDERED), false)
                .map(one -> Named.of(one.id(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers(Case one) {
        assertEquals(one.expected(), Application.answer(one.input()));
    }
}
