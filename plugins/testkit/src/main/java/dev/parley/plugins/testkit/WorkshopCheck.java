package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What P17 and P18 ask of a provider that makes voices. */
record WorkshopCheck(VoiceProvider provider, SampleRequests samples, AudioCheck audio) {

    private static final VoiceProfile PROFILE =
            new VoiceProfile("Contract voice", "An old sailor, hoarse and friendly", Map.of("accent", "irish"));
    private static final VoiceProfile OTHER_PROFILE =
            new VoiceProfile("Another name", "A young sailor, hoarse and friendly", Map.of());

    /** Of the form that many ids have, and nobody's. */
    private static final String NOBODYS = "Zz9Yy8Xx7Ww6Vv5Uu4Tt";

    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private interface Step {
        void run() throws ProviderException;
    }

    /** Every preview can be saved, and what is saved can be named. */
    void savesPreviews() throws ProviderException {
        for (String preview : previews()) {
            var voice = workshop().save(preview, PROFILE);
            assertThat(found(voice.id())).as("saved voice %s", voice.id()).isTrue();
            assertThat(voice.name()).isEqualTo(PROFILE.name());
        }
    }

    void clonesCanBeNamed() throws ProviderException {
        for (String clone : clones()) {
            assertThat(found(clone)).as("cloned voice %s", clone).isTrue();
        }
    }

    void editsWhatItMade() throws ProviderException {
        for (String voice : voices()) {
            workshop().edit(voice, OTHER_PROFILE);
            assertThat(found(voice)).as("edited voice %s", voice).isTrue();
        }
    }

    void deletesForEver() throws ProviderException {
        for (String voice : voices()) {
            workshop().delete(voice);
            assertThat(found(voice)).as("deleted voice %s", voice).isFalse();
            assertThat(provider.voices())
                    .as("voices that are listed")
                    .noneMatch(listed -> listed.id().equals(voice));
            workshop().delete(voice);
        }
    }

    void rejectsWhatIsNobodys() throws ProviderException {
        if (provider.workshop().isPresent()) {
            var workshop = workshop();
            isRejected(() -> workshop.save(NOBODYS, PROFILE));
            isRejected(() -> workshop.edit(NOBODYS, PROFILE));
        }
    }

    void previewsAreWholeAudio() throws ProviderException {
        for (String preview : previews()) {
            try (var stream = workshop().preview(preview, deadline(ENOUGH))) {
                var rendering = Rendering.read(stream);
                assertThat(rendering.format())
                        .as("format that the preview %s tells", preview)
                        .isPresent();
                assertThat(audio.millis(rendering)).as("its length").isPositive();
            }
        }
    }

    void rejectsPreviewsThatAreNobodys() throws ProviderException {
        if (provider.workshop().isPresent()) {
            var workshop = workshop();
            isRejected(() -> workshop.preview(NOBODYS, deadline(ENOUGH)).close());
        }
    }

    void isThereWhereVoicesAreMade() {
        boolean makes = provider.capabilities().models().stream()
                .flatMap(model -> model.kinds().stream())
                .anyMatch(kind -> kind.makesVoices());
        assertThat(provider.workshop().isPresent())
                .as("whether it has a workshop")
                .isEqualTo(makes);
    }

    private List<String> voices() throws ProviderException {
        List<String> voices = new ArrayList<>(clones());
        for (String preview : previews()) {
            voices.add(workshop().save(preview, PROFILE).id());
        }
        return voices;
    }

    private List<String> previews() throws ProviderException {
        List<String> previews = new ArrayList<>();
        for (RenderRequest request : samples.unspoken()) {
            if (request instanceof VoiceDesignRequest && previews.isEmpty()) {
                Rendering.of(provider, request)
                        .details()
                        .map(VoicePreviews.class::cast)
                        .ifPresent(told -> previews.addAll(told.ids()));
            }
        }
        return previews;
    }

    private List<String> clones() throws ProviderException {
        List<String> clones = new ArrayList<>();
        for (RenderRequest request : samples.unspoken()) {
            if (request instanceof VoiceCloneRequest) {
                Rendering.of(provider, request)
                        .details()
                        .map(ClonedVoice.class::cast)
                        .ifPresent(told -> clones.add(told.id()));
            }
        }
        return clones;
    }

    private VoiceWorkshop workshop() {
        return provider.workshop().orElseThrow(() -> new AssertionError("whoever makes voices has a workshop"));
    }

    private boolean found(String id) throws ProviderException {
        return provider.findVoice(id)
                .filter(match -> !match.standIn())
                .map(VoiceMatch::voice)
                .filter(voice -> voice.id().equals(id))
                .isPresent();
    }

    private static Instant deadline(Duration from) {
        return InstantSource.system().instant().plus(from);
    }

    private static void isRejected(Step step) {
        try {
            step.run();
        } catch (ProviderException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Rejected.class);
            return;
        }
        fail("what is nobody's was taken");
    }
}
