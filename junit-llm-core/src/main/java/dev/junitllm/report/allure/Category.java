package dev.junitllm.report.allure;

import java.util.List;

/** The categories reviewers sort what didn't pass by. Allure recognises them by how a message begins. */
enum Category {
    BELOW_THE_BAR("Below the bar", "A score below its bar, or the test's own assertion.", "failed"),
    APPLICATION_ERROR("Application error", "The application under test could not answer.", "broken", "failed"),
    JUDGE_ERROR("Judge error", "A judge or another scorer could not score.", "broken", "failed"),
    NOTHING_SCORED("Nothing scored", "No score applied, so the case shows nothing.", "broken", "failed"),
    GATE("Gate not passed", "The verdict over a golden set.", "failed", "broken");

    private final String title;
    private final String description;
    private final List<String> statuses;

    Category(String title, String description, String... statuses) {
        this.title = title;
        this.description = description;
        this.statuses = List.of(statuses);
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    List<String> statuses() {
        return statuses;
    }

    String heading(String why) {
        return why.isBlank() ? title : title + ": " + why;
    }

    /** For Java, where it must match all of the message, and for JavaScript, where it may match a part. */
    String messageRegex() {
        return "^" + title + "(:|\\n|$)[\\s\\S]*";
    }
}
