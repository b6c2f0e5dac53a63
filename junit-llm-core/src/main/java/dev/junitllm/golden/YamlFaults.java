package dev.junitllm.golden;

import dev.junitllm.Printable;

/** The words for what can be wrong with YAML. */
final class YamlFaults {

    private YamlFaults() {}

    static Fault syntax(RuntimeException e) {
        String reason = e.getMessage() == null ? "unreadable" : e.getMessage();
        return new Fault("malformed YAML: " + Printable.line(reason, 200), "correct it");
    }

    static Fault alias(String name) {
        return new Fault("it uses the alias *" + Printable.line(name, 40), "write the value out: aliases aren't read");
    }

    static Fault anchor(String name) {
        return new Fault("it sets the anchor &" + Printable.line(name, 40), "take it out: anchors aren't read");
    }

    static Fault tag(String name) {
        return new Fault(
                "it uses the tag " + Printable.line(name, 40),
                "take it out, and put a text that looks like a number in quotes");
    }

    static Fault number(String written) {
        return new Fault(
                "it holds %s, which YAML takes for a number but JSON doesn't".formatted(Printable.line(written, 40)),
                "put it in quotes if it is a text, else write the number plainly");
    }

    static Fault notAList() {
        return new Fault("the file is no list of cases", "begin every case with a dash");
    }

    static Fault severalDocuments() {
        return new Fault("there is more than one YAML document", "put every case into one list");
    }
}
