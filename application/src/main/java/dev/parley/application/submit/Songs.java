package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Candidate;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.Song;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.ports.store.Tasks;
import java.util.Optional;
import java.util.UUID;

/** Callers know their songs by our ids, the provider that keeps them by its own. */
final class Songs {

    private final Tasks tasks;

    Songs(Tasks tasks) {
        this.tasks = tasks;
    }

    /** @throws Refused where the draft takes parts of a song that is not the caller's, or that somebody else keeps */
    MusicDraft known(Caller caller, MusicDraft draft, Candidate model) {
        var plan = draft.plan();
        if (plan == null || plan.songs().isEmpty()) {
            return draft;
        }
        var theirs = plan.withSongs(id -> upstreamId(caller, id, model.provider()));
        return new MusicDraft(draft.prompt(), theirs, draft.length(), draft.options());
    }

    private String upstreamId(Caller caller, String id, String provider) {
        var task = task(id).filter(found -> found.account().equals(caller.account()))
                .orElseThrow(() -> refused(id, "names no song of yours"));
        if (!task.provider().equals(provider)) {
            throw refused(id, "names a song that the provider " + task.provider() + " keeps, not " + provider);
        }
        if (task.state() instanceof Completed(var _, var _, var _, Song song) && song.upstreamId() != null) {
            return song.upstreamId();
        }
        throw refused(id, "names a song that was not kept: make it with store_for_inpainting");
    }

    private Optional<Task> task(String id) {
        try {
            return tasks.find(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // No id of ours.
        }
    }

    private static Refused refused(String id, String message) {
        return Refused.invalid("composition_plan", message + ": '" + id + "'.");
    }
}
