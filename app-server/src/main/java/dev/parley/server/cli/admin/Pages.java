package dev.parley.server.cli.admin;

import dev.parley.application.admin.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Turns pages into one list, of a length that somebody chose. */
final class Pages {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit = 1000;

    /** @param page by the cursor of the page before */
    <T> List<T> all(Output output, Function<@Nullable String, Page<T>> page) {
        List<T> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var next = page.apply(cursor);
            all.addAll(next.entries());
            cursor = next.nextCursor();
        } while (cursor != null && all.size() < limit);
        if (cursor != null || all.size() > limit) {
            output.remark("there is more than --limit " + limit + " shows.");
        }
        return all.subList(0, Math.clamp(limit, 0, all.size()));
    }
}
