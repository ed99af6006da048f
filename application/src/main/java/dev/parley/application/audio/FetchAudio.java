package dev.parley.application.audio;

import dev.parley.application.audio.AudioLinks.Signed;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;

/** Hands out finished audio to whoever holds its link, and deletes what its owner wants forgotten. */
public final class FetchAudio {

    private final AudioLinks links;
    private final Tasks tasks;
    private final AudioStore store;
    private final InstantSource clock;

    public FetchAudio(AudioLinks links, Tasks tasks, AudioStore store, InstantSource clock) {
        this.links = links;
        this.tasks = tasks;
        this.store = store;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Found {
        record Audio(AudioRef audio) implements Found {}

        /** Its time is over, and the audio is deleted or soon will be. */
        record Expired() implements Found {}

        /** Never was a link of ours. */
        record Forged() implements Found {}
    }

    public Found find(Signed link) {
        if (!links.isGenuine(link)) {
            return new Found.Forged();
        }
        if (AudioLinks.isExpired(link, clock.instant())) {
            return new Found.Expired();
        }
        return tasks.find(link.task())
                .map(Task::state)
                .filter(Completed.class::isInstance)
                .<Found>map(state -> new Found.Audio(((Completed) state).audio()))
                .orElseGet(Found.Expired::new);
    }

    /** Bytes from {@code offset}; empty if the audio has been deleted since. */
    public Optional<InputStream> open(AudioRef audio, long offset) throws IOException {
        return store.open(audio, offset);
    }

    /** Deletes the file before its time. What is no longer there is no error. */
    public void delete(AudioRef audio) throws IOException {
        store.delete(audio);
    }
}
