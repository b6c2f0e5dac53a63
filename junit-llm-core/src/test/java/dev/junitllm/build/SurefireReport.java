package dev.junitllm.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What Surefire's XML says about one test class.
 *
 * @param tests the test cases, in the order of the file
 */
record SurefireReport(List<TestCase> tests) {

    /**
     * One test case.
     *
     * @param name the name Surefire gave it
     * @param outcome how it ended
     * @param message the message of the failure, error or skip, empty where there is none; of a skip it is the stack
     *     trace, which is all that Surefire keeps of a JUnit assumption
     */
    record TestCase(String name, Outcome outcome, String message) {}

    /** The test cases that ended one way, in the order of the file. */
    List<TestCase> ended(Outcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).toList();
    }

    /** The message of the one test case that failed or erred. */
    String broken() {
        var broken = tests.stream()
                .filter(test -> test.outcome() == Outcome.FAILURE || test.outcome() == Outcome.ERROR)
                .toList();
        if (broken.size() != 1) {
            throw new AssertionError("one failed test case was expected, not " + broken);
        }
        return broken.get(0).message();
    }

    /** The elements a test case may hold, and none for a passed one. */
    enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    static SurefireReport read(Path xml) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
            var cases = document.getElementsByTagName("testcase");
            return new SurefireReport(IntStream.range(0, cases.getLength())
                    .mapToObj(i -> testCase((Element) cases.item(i)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Cannot read " + xml, e);
        }
    }

    private static TestCase testCase(Element element) {
        var name = element.getAttribute("name");
        return child(element, "failure", name, Outcome.FAILURE)
                .or(() -> child(element, "error", name, Outcome.ERROR))
                .or(() -> child(element, "skipped", name, Outcome.SKIPPED))
                .orElseGet(() -> new TestCase(name, Outcome.PASSED, ""));
    }

    private static Optional<TestCase> child(Element element, String tag, String name, Outcome outcome) {
        return Optional.ofNullable((Element) element.getElementsByTagName(tag).item(0))
                .map(child -> new TestCase(
                        name,
                        outcome,
                        child.hasAttribute("message") ? child.getAttribute("message") : child.getTextContent()));
    }
}
