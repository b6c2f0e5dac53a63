package dev.junitllm.report.allure;

/** The categories reviewers sort what didn't pass by. Allure recognises them by how a message begins. */
enum Category {
    BELOW_THE_BAR("Below the bar", "A score below its bar, or the test's own assertion."),
    APPLICATION_ERROR("Application error", "The application, or the test around it, could not answer."),
    JUDGE_ERROR("Judge error", "A judge or another scorer could not score."),
    NOTHING_SCORED("Nothing scored", "No score applied, so the case shows nothing."),
    GATE("Gate not passed", "The verdict over a golden set.");

    private final String title;
    private final String description;

    Category(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String heading(String why) {
        return why.isBlank() ? title : title + ": " + why;
    }

    /** For Java, where it must match all of the message, and for JavaScript, where it may match a part. */
    String messageRegex() {
        return "^" + title + "(:|\\n|$)[\\s\\S]*";
    }
}
