package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.RecordingRequest;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes music, stems and transcripts, and has no voice. With a flaw, it breaks one clause. */
final class StudioProvider implements VoiceProvider {

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(
            new Model(
                    "studio-music",
                    "A tone",
                    Set.of(),
                    MusicRules.SECTIONS,
                    Set.of(AudioFormat.PCM_16000),
                    Set.of(RenderOption.WORD_TIMES, RenderOption.INPAINTING)),
            new Model(
                    "studio-stems",
                    "A tone for each stem",
                    Kind.STEMS,
                    Set.of(),
                    RecordingRules.STEMS,
                    Set.of(AudioFormat.PCM_16000),
                    Set.of()),
            new Model(
                    "studio-words",
                    "One word",
                    Kind.TRANSCRIPTION,
                    Set.of(),
                    RecordingRules.TRANSCRIPTION,
                    Set.of(),
                    Set.of())));

    private final StudioFlaw flaw;

    StudioProvider(StudioFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<Voice> voices() {
        return List.of();
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!InstantSource.system().instant().isBefore(attempt.deadline())) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        if (request instanceof RecordingRequest recording && flaw != StudioFlaw.READS_NOTHING) {
            read(recording, attempt);
        }
        return switch (request) {
            case MusicRequest music -> new WholeStream(flaw.music(music.longest()), song(music));
            case PlanRequest plan -> new WholeStream(flaw.plan().getBytes(StandardCharsets.UTF_8), plan(plan));
            case StemsRequest stems -> new WholeStream(archive(stems), null);
            default -> new WholeStream(flaw.transcript().getBytes(StandardCharsets.UTF_8), null);
        };
    }

    @Override
    public void close() {}

    private void read(RecordingRequest request, Attempt attempt) throws ProviderException {
        try {
            var content = attempt.uploads().open(request.audio());
            content.readAllBytes();
            if (flaw != StudioFlaw.LEAVES_UPLOADS_OPEN) {
                content.close();
            }
        } catch (IOException e) {
            throw new ProviderException(flaw.unreadable(), e);
        }
    }

    private Details song(MusicRequest request) {
        var end = flaw == StudioFlaw.WORDS_OUTLAST_THE_SONG ? request.longest().multipliedBy(2) : request.longest();
        var words = List.of(new Song.SungWord("la", Duration.ZERO, end));
        String id = flaw == StudioFlaw.KEEPS_NO_SONG_ID ? null : "song-1";
        return new Song(null, null, null, List.of(), List.of(), null, words, id);
    }

    private static Details plan(PlanRequest request) {
        var length = Objects.requireNonNullElse(request.length(), Duration.ofSeconds(9));
        var part = new CompositionPlan.Section("All", List.of(), List.of(), length, List.of(), null);
        var plan = new CompositionPlan.Sections(List.of(), List.of(), List.of(part));
        return new Song(plan, null, null, List.of(), List.of(), null, List.of(), null);
    }

    private byte[] archive(StemsRequest request) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String stem : flaw.stems(request.variation().stems())) {
                zip.putNextEntry(new ZipEntry(stem + ".pcm"));
                zip.write(TestAudio.tone(AudioFormat.PCM_16000, TestUploads.LENGTH));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
