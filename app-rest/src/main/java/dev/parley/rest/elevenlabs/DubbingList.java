package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.task.ReadTasks;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caller's dubs among all of their tasks, newest first. A page looks through so many tasks and no more: it may have fewer
 * dubs than were asked for, and go on.
 */
@Singleton
final class DubbingList {

    private static final int SIZE_USUAL = 100;
    private static final int SIZE_MAX = 200;
    private static final int LOOKED_AT_MAX = 1000;
    private static final Set<String> STATES = Set.of("queued", "preparing", "dubbing", "dubbed", "failed");

    private final ReadTasks read;
    private final Limits limits;

    DubbingList(ReadTasks read, Limits limits) {
        this.read = read;
        this.limits = limits;
    }

    DubbingJson.Page page(Caller caller, QueryFields query) {
        var wanted = Wanted.of(query);
        List<DubbingJson> dubs = new ArrayList<>();
        @Nullable String cursor = query.text("cursor");
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += limits.pageMax()) {
            var page = read.page(caller, cursor, limits.pageMax());
            for (var task : page.tasks()) {
                if (dubs.size() == wanted.size()) {
                    return new DubbingJson.Page(dubs, cursor, true);
                }
                cursor = task.id().toString();
                if (wanted.has(task)) {
                    dubs.add(DubbingJson.of(task));
                }
            }
            if (page.nextCursor() == null) {
                return new DubbingJson.Page(dubs, null, false);
            }
        }
        return new DubbingJson.Page(dubs, cursor, true);
    }

    /** @param states that a dub may be in; any where empty */
    private record Wanted(int size, Set<String> states, Set<String> languages) {

        static Wanted of(QueryFields query) {
            Integer size = query.number("page_size");
            if (size != null && (size < 1 || size > SIZE_MAX)) {
                throw Refused.invalid("page_size", "must be from 1 to " + SIZE_MAX + ".");
            }
            Set<String> states = new HashSet<>();
            for (String name : Stream.of("dubbing_status", "dubbing_statuses").toList()) {
                for (String state : query.texts(name)) {
                    if (!STATES.contains(state)) {
                        throw Refused.invalid(name, "must be one of: dubbing, dubbed, failed.");
                    }
                    states.add(state);
                }
            }
            var languages = Set.copyOf(query.texts("target_language_codes"));
            return new Wanted(size == null ? SIZE_USUAL : size, states, languages);
        }

        boolean has(Task task) {
            return task.request() instanceof DubbingRequest dub
                    && (states.isEmpty() || states.contains(DubbingJson.status(task)))
                    && (languages.isEmpty() || languages.contains(dub.settings().target()));
        }
    }
}
