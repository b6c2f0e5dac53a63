package dev.junitllm.golden;

/**
 * Where the cases of one golden file are read from after the first pass.
 *
 * @param name what messages call the golden file
 * @param records the golden file itself, or the temporary copy of its records
 * @param isCopy whether it is a copy
 * @param parser makes cases of its records
 */
record CaseSource(String name, RecordReader records, boolean isCopy, CaseParser parser) {

    String location(int line) {
        return line == 0 ? name : name + ":" + line;
    }
}
