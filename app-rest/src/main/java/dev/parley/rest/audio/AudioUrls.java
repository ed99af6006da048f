package dev.parley.rest.audio;

import dev.parley.application.audio.AudioLinks;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.RestSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Where callers fetch finished audio. */
@Singleton
public final class AudioUrls {

    static final String PATH = "/audio";
    static final String EXPIRES = "exp";
    static final String SIGNATURE = "sig";

    private final AudioLinks links;
    private final RestSettings settings;

    AudioUrls(AudioLinks links, RestSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    /** The task's audio; empty unless it is completed. Its last path segment is a file name, for {@code curl -O}. */
    public Optional<URI> of(Task task) {
        return task.state() instanceof Completed completed
                ? Optional.of(url(links.sign(task, completed)))
                : Optional.empty();
    }

    private URI url(AudioLinks.Signed link) {
        return URI.create(settings.urlOf(PATH + "/" + link.task() + "/" + link.fileName()) + "?" + EXPIRES + "="
                + link.expiresAtSecond() + "&" + SIGNATURE + "=" + link.signature());
    }
}
