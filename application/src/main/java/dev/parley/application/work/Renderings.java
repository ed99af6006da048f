package dev.parley.application.work;

import dev.parley.application.catalog.Providers;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts providers, and knows what they are rendering in this process. The only caller of {@code VoiceProvider.render}, and
 * it takes nothing but tasks: without a hold there is no way to a provider.
 */
public final class Renderings {

    private final Providers providers;
    private final AudioCodecs codecs;
    private final ConcurrentHashMap<UUID, Rendering> running = new ConcurrentHashMap<>();

    public Renderings(Providers providers, AudioCodecs codecs) {
        this.providers = providers;
        this.codecs = codecs;
    }

    /** The task's audio in its output format. Closing it ends the rendering. */
    public Rendering start(Task task, Processing attempt) throws ProviderException {
        var request = task.request();
        var audio = providers
                .named(task.provider())
                .render(
                        request,
                        new Attempt(
                                task.id() + "-" + attempt.attempts(),
                                attempt.lease().until()));
        var transcoded = codecs.transcode(audio, request.format(), task.output().format());
        var rendering = new Rendering(task, transcoded, ended -> running.remove(task.id(), ended));
        running.put(task.id(), rendering);
        return rendering;
    }

    /** Ends whatever is being rendered for the task here. */
    public void stop(UUID task) {
        var rendering = running.get(task);
        if (rendering != null) {
            rendering.stop();
        }
    }

    /** How much of the task's text is audio, from 0 to 1; empty where it is not rendered here or cannot be told. */
    public OptionalDouble progress(UUID task) {
        var rendering = running.get(task);
        return rendering == null ? OptionalDouble.empty() : rendering.progress();
    }
}
