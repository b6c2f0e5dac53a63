package dev.junitllm.report.waterfall;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of a page and what they may have, read as simply as our pages are written: {@code <} begins a tag and nothing else. */
record PageElements(Set<String> names, Set<String> attributes, Set<String> links, Set<String> styles) {

    private static final Pattern TAG = Pattern.compile("<(!?/?[^\\s>/]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"]+)(?:=\"([^\"]*)\")?");

    static PageElements of(String page) {
        String html = page.replaceAll("(?s)<style>.*?</style>", "");
        Set<String> names = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        Set<String> links = new TreeSet<>();
        Set<String> styles = new TreeSet<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            names.add(tag.group(1).replace("/", ""));
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                attributes.add(attribute.group(1));
                if (attribute.group(1).equals("href")) {
                    links.add(attribute.group(2));
                } else if (attribute.group(1).equals("style")) {
                    styles.add(attribute.group(2));
                }
            }
        }
        return new PageElements(names, attributes, links, styles);
    }
}
