package dev.parley.bench.trial;

import java.util.List;

/**
 * What came of a trial.
 *
 * @param text what was done, and how the table is to be read
 * @param head of the table
 * @param rows of it, each as long as the head
 */
public record Section(String title, String text, List<String> head, List<List<String>> rows, List<Bar> bars) {

    /** As Markdown, without the bars, which stand together. */
    public String page() {
        var page = new StringBuilder("\n### ")
                .append(title)
                .append("\n\n")
                .append(text)
                .append("\n\n");
        page.append(row(head)).append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> page.append(row(row)));
        return page.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
