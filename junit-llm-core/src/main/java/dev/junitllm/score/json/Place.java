package dev.junitllm.score.json;

import dev.junitllm.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where a value stands, kept as steps until somebody asks for the JSON Pointer (RFC 6901). */
final class Place {

    static final Place ROOT = new Place(null, "");

    private static final int MOST_SHOWN = 200;

    private final @Nullable Place parent;
    private final String step;

    private Place(@Nullable Place parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    Place child(String name) {
        return new Place(this, name);
    }

    Place child(int index) {
        return new Place(this, Integer.toString(index));
    }

    String pointer() {
        Deque<String> steps = new ArrayDeque<>();
        for (Place place = this; place.parent != null; place = place.parent) {
            steps.addFirst("/" + place.step.replace("~", "~0").replace("/", "~1"));
        }
        return String.join("", steps);
    }

    /** The pointer, for messages. */
    @Override
    public String toString() {
        return parent == null ? "the root" : Printable.line(pointer(), MOST_SHOWN);
    }
}
