package dev.parley.application.work;

import dev.parley.application.catalog.Providers;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts providers, and knows what they are rendering in this process. The only caller of {@code VoiceProvider.render}, and
 * it takes nothing but tasks: without a hold there is no way to a provider.
 */
public final class Renderings {

    private final Providers providers;
    private final AudioCodecs codecs;
    private final ConcurrentHashMap<UUID, Set<AudioStream>> running = new ConcurrentHashMap<>();

    public Renderings(Providers providers, AudioCodecs codecs) {
        this.providers = providers;
        this.codecs = codecs;
    }

    /** The task's audio in its output format. Closing it ends the rendering. */
    public AudioStream start(Task task, Processing attempt) throws ProviderException {
        var request = task.request();
        var audio = providers
                .named(task.provider())
                .render(
                        request,
                        new Attempt(
                                task.id() + "-" + attempt.attempts(),
                                attempt.lease().until()));
        return new Running(
                task.id(),
                codecs.transcode(audio, request.format(), task.output().format()));
    }

    /** Ends whatever is being rendered for the task here. */
    public void stop(UUID task) {
        running.getOrDefault(task, Set.of()).forEach(AudioStream::close);
    }

    private final class Running implements AudioStream {
        private final UUID task;
        private final AudioStream audio;

        Running(UUID task, AudioStream audio) {
            this.task = task;
            this.audio = audio;
            running.computeIfAbsent(task, _ -> ConcurrentHashMap.newKeySet()).add(audio);
        }

        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            return audio.next();
        }

        @Override
        public void close() {
            audio.close();
            running.computeIfPresent(task, (_, streams) -> {
                streams.remove(audio);
                return streams.isEmpty() ? null : streams;
            });
        }
    }
}
