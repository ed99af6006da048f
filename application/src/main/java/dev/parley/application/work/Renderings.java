package dev.parley.application.work;

import dev.parley.application.catalog.Providers;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.OptionalDouble;
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
    private final ConcurrentHashMap<UUID, Running> running = new ConcurrentHashMap<>();

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
        var started = new Running(
                task, codecs.transcode(audio, request.format(), task.output().format()));
        running.put(task.id(), started);
        return started;
    }

    /** Ends whatever is being rendered for the task here. */
    public void stop(UUID task) {
        var rendering = running.get(task);
        if (rendering != null) {
            rendering.close();
        }
    }

    /** How much of the task's text is audio, from 0 to 1; empty where it is not rendered here or cannot be told. */
    public OptionalDouble progress(UUID task) {
        var rendering = running.get(task);
        return rendering == null ? OptionalDouble.empty() : rendering.progress();
    }

    private final class Running implements AudioStream {
        private final Task task;
        private final AudioStream audio;
        private volatile int charactersHeard = -1;

        Running(Task task, AudioStream audio) {
            this.task = task;
            this.audio = audio;
        }

        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            var chunk = audio.next();
            if (chunk != null && !chunk.segments().isEmpty()) {
                var last = chunk.segments().getLast();
                charactersHeard = charactersBefore(last.turn())
                        + last.firstCharacter()
                        + last.characters().size();
            }
            return chunk;
        }

        @Override
        public void close() {
            audio.close();
            running.remove(task.id(), this);
        }

        OptionalDouble progress() {
            int heard = charactersHeard;
            return heard < 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Math.min(1, (double) heard / task.request().characters()));
        }

        private int charactersBefore(int turn) {
            return switch (task.request()) {
                case RenderRequest.DialogueRequest request ->
                    request.dialogue().turns().stream()
                            .limit(turn)
                            .mapToInt(Turn::characters)
                            .sum();
                case RenderRequest.SpeechRequest _ -> 0;
            };
        }
    }
}
