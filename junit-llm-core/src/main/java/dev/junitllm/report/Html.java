package dev.junitllm.report;

import dev.junitllm.Printable;

/** Pages that stand alone and run nothing, whatever text is put in them. */
public final class Html {

    /** The second line of defence, should an escape ever be forgotten: nothing is loaded, nothing is run. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 14px/1.5 system-ui, sans-serif; margin: 16px; color: #1f2328; background: #fff; }
            h1 { font-size: 16px; margin: 0 0 8px; overflow-wrap: anywhere; }
            p { margin: 0 0 12px; color: #59636e; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px; }
            del { background: #ffebe9; color: #82071e; text-decoration: line-through; }
            ins { background: #dafbe1; color: #116329; text-decoration: none; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #d1d9e0; padding: 4px 10px; text-align: left; overflow-wrap: anywhere; }
            th { background: #f6f8fa; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; }
            .failed { color: #82071e; background: #ffebe9; }
            .broken { color: #7d4e00; background: #fff8c5; }
            """;

    private Html() {}

    /**
     * A page in the style of all reports.
     *
     * @param title what it is about, as text
     * @param body HTML
     * @return the page
     */
    public static String page(String title, String body) {
        return page(title, STYLE, "<h1>" + line(title) + "</h1>\n" + body);
    }

    /**
     * A page in a style of its own.
     *
     * @param title what it is about, as text
     * @param style CSS
     * @param body HTML
     * @return the page
     */
    public static String page(String title, String style, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(POLICY, line(title), style, body);
    }

    /**
     * Text on one line.
     *
     * @param text any text
     * @return the text for an element or an attribute's value; what is invisible is shown as an escape
     */
    public static String line(String text) {
        return escape(Printable.line(text));
    }

    /**
     * Text over several lines.
     *
     * @param text any text
     * @return the text for an element or an attribute's value; what is invisible is shown as an escape
     */
    public static String block(String text) {
        return escape(Printable.block(text));
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(unit);
            }
        }
        return safe.toString();
    }
}
