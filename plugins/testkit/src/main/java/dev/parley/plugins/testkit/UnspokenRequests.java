package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.sound.SoundRules;
import dev.parley.ports.provider.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Requests to models that do not speak: all rendered whole, and with every option that a check can look at. */
record UnspokenRequests(List<Model> models, VoiceRef voice) {

    private static final String WORDS = "A calm piano, then a small orchestra";
    private static final MusicOptions OPTIONS = new MusicOptions(7L, false, true, true, true, null, false);

    List<RenderRequest> all() {
        return models.stream().flatMap(this::of).toList();
    }

    private Stream<RenderRequest> of(Model model) {
        if (model.rules() instanceof RecordingRules && model.kinds().contains(Kind.TRANSCRIPTION)) {
            var settings = TranscriptionSettings.DEFAULT;
            return Stream.of(new TranscriptionRequest(model.name(), TestUploads.upload(), settings, Delivery.WHOLE));
        }
        // Audio first: where the request does not matter, it should be one that takes a while.
        return Stream.concat(model.formats().stream().sorted().flatMap(format -> of(model, format)), plans(model));
    }

    private static Stream<RenderRequest> plans(Model model) {
        return model.kinds().contains(Kind.MUSIC_PLAN)
                ? Stream.of(new PlanRequest(model.name(), WORDS, Duration.ofSeconds(20), null, Delivery.WHOLE))
                : Stream.empty();
    }

    private Stream<RenderRequest> of(Model model, AudioFormat format) {
        return switch (model.rules()) {
            case MusicRules rules ->
                scores(rules).stream()
                        .map(score -> new MusicRequest(model.name(), score, OPTIONS, Delivery.WHOLE, format))
                        .map(request -> request.only(model.options()));
            case SoundRules rules ->
                Stream.of(rules.shortest(), rules.longest())
                        .map(length -> new Sound(WORDS, false, length, length, null))
                        .map(sound -> new SoundRequest(model.name(), sound, Delivery.WHOLE, format));
            case RecordingRules _
            when model.kinds().contains(Kind.DUBBING) ->
                Stream.of(new DubbingRequest(
                        model.name(), TestUploads.upload(), DubbingSettings.into("es"), Delivery.WHOLE, format));
            default ->
                model.kinds().contains(Kind.STEMS)
                        ? Arrays.stream(StemVariation.values())
                                .map(variation -> new StemsRequest(
                                        model.name(), TestUploads.upload(), variation, format, Delivery.WHOLE))
                        : Stream.of(new VoiceChangeRequest(
                                model.name(),
                                TestUploads.upload(),
                                voice,
                                SpeechSettings.DEFAULT,
                                null,
                                false,
                                Delivery.WHOLE,
                                format));
        };
    }

    private static List<Score> scores(MusicRules rules) {
        List<Score> scores = new ArrayList<>();
        var part = rules.shortest();
        scores.add(new Score.Prompt(WORDS, part, part));
        if (rules.form() != MusicRules.PlanForm.NONE) {
            scores.add(new Score.Planned(new CompositionPlan.Sections(
                    List.of("calm"), List.of("loud"), List.of(section("Verse", part), section("Chorus", part)))));
        }
        if (rules.form() == MusicRules.PlanForm.CHUNKS) {
            scores.add(new Score.Planned(
                    new CompositionPlan.Chunks(List.of(chunk("[Verse]", part), chunk("[End]", part)))));
        }
        return scores;
    }

    private static CompositionPlan.Section section(String name, Duration length) {
        return new CompositionPlan.Section(name, List.of("piano"), List.of(), length, List.of("One line of it"), null);
    }

    private static Chunk chunk(String text, Duration length) {
        return new Chunk.Made(text + " One line of it", length, List.of("piano"), List.of(), null, null, null);
    }
}
