package dev.junitllm.golden;

/** The words for what can be wrong with CSV. */
final class CsvFaults {

    private static final String QUOTING =
            "put the whole cell in quotes and write every quote within it twice: \"so called \"\"AI\"\"\"";

    private CsvFaults() {}

    static Fault textBehindQuote() {
        return new Fault("malformed CSV: text behind a closing quote", QUOTING);
    }

    static Fault unclosedQuote() {
        return new Fault("malformed CSV: a quote that opens in this row is never closed", QUOTING);
    }

    static Fault ragged(int cells, int columns) {
        return new Fault(
                "the row has %s, but the header has %s".formatted(count(cells, "cell"), count(columns, "column")),
                "leave a cell empty for what is absent, and put quotes around a cell with a comma in it");
    }

    static Fault notMmlu(int cells) {
        return new Fault(
                "the row has %s, but a question of MMLU has 6: the question, four choices and the letter of the right one"
                        .formatted(count(cells, "cell")),
                "put quotes around a cell with a comma in it");
    }

    static Fault namelessColumn(int column) {
        return new Fault("column " + column + " of the header has no name", "name it, or take the column out");
    }

    static Fault duplicateColumn(String name) {
        return new Fault("the header names the column " + Quoted.word(name) + " twice", "rename one of them");
    }

    static Fault semicolons() {
        return new Fault("its columns seem to be separated by semicolons", "separate them by commas");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
