package dev.parley.grpc;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.RecordingRequest;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.sound.SoundRules;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes five bytes of music in five pieces, which are five seconds here; of a recording, its own bytes. */
final class StudioProvider implements VoiceProvider {

    static final int SECONDS = 5;

    final AtomicReference<@Nullable RenderRequest> asked = new AtomicReference<>();

    @Override
    public Capabilities capabilities() {
        var formats = Set.of(AudioFormat.MP3_44100_128);
        return new Capabilities(List.of(
                new Model("studio-music", "music", Set.of("music_v1"), MusicRules.SECTIONS, formats, Set.of()),
                new Model("studio-sound", "sounds", Kind.SOUND, Set.of(), SoundRules.DEFAULT, formats, Set.of()),
                recordings("studio-voice", Kind.VOICE_CHANGE, RecordingRules.VOICE_CHANGE),
                recordings("studio-stems", Kind.STEMS, RecordingRules.STEMS),
                recordings("studio-dub", Kind.DUBBING, RecordingRules.DUBBING),
                recordings("studio-words", Kind.TRANSCRIPTION, RecordingRules.TRANSCRIPTION)));
    }

    private static Model recordings(String name, Kind kind, RecordingRules rules) {
        Set<AudioFormat> formats = kind == Kind.TRANSCRIPTION ? Set.of() : Set.of(AudioFormat.MP3_44100_128);
        return new Model(name, name, kind, Set.of(), rules, formats, Set.of());
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice("id-ann", "Ann", Set.of(), "calm"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        asked.set(request);
        return switch (request) {
            case MusicRequest _, SoundRequest _ -> new Bytes(new byte[SECONDS], Song.UNKNOWN);
            case PlanRequest plan -> new Bytes("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), planned(plan));
            case RecordingRequest recording -> new Bytes(brought(recording, attempt), null);
            case SpokenRequest _, SessionRequest _ -> throw new IllegalArgumentException("nobody speaks here");
        };
    }

    @Override
    public void close() {}

    private static Song planned(PlanRequest request) {
        var section = new CompositionPlan.Section(
                "All of it", List.of("calm"), List.of(), Duration.ofSeconds(10), List.of(request.prompt()), null);
        var plan = new CompositionPlan.Sections(List.of("calm"), List.of("loud"), List.of(section));
        return new Song(plan, null, null, List.of(), List.of(), null, List.of(), null);
    }

    private static byte[] brought(RecordingRequest request, Attempt attempt) throws ProviderException {
        try (var bytes = attempt.uploads().open(request.audio())) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("the upload is gone"), e);
        }
    }

    private static final class Bytes implements AudioStream {
        private final byte[] bytes;
        private final @Nullable Details details;
        private int read;

        Bytes(byte[] bytes, @Nullable Details details) {
            this.bytes = bytes;
            this.details = details;
        }

        @Override
        public @Nullable AudioChunk next() {
            return read == bytes.length ? null : AudioChunk.of(new byte[] {bytes[read++]});
        }

        @Override
        public Optional<Details> details() {
            return Optional.ofNullable(details);
        }

        @Override
        public void close() {}
    }
}
