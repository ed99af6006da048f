package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done with voices that were made upstream. */
class WorkshopTest {

    private static final VoiceProfile PROFILE =
            new VoiceProfile("Ada", "An old sailor, hoarse and friendly", Map.of("accent", "irish"));

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aPreviewIsSavedWithItsProfile() throws ProviderException {
        var voice = workshop().save(previews().ids().getLast(), PROFILE);

        assertThat(voice.name()).isEqualTo("Ada");
        assertThat(voice.category()).isEqualTo("generated");
        var sent = studio.upstream.requests().getLast();
        assertThat(sent.path()).isEqualTo("/v1/text-to-voice");
        assertThat(sent.json().path("labels").path("accent").asText()).isEqualTo("irish");
    }

    @Test
    void aSavedVoiceIsKnownWithoutAskingTheUpstream() throws ProviderException {
        studio.provider.voices();
        var voice = workshop().save(previews().ids().getFirst(), PROFILE);
        int asked = studio.upstream.requests().size();

        assertThat(studio.provider.findVoice(voice.id())).isPresent();
        assertThat(studio.upstream.requests()).hasSize(asked);
    }

    @Test
    void aDeletedVoiceIsGoneFromTheListThatIsKnown() throws ProviderException {
        String clone = cloned();
        assertThat(studio.provider.voices()).extracting(Voice::id).contains(clone);
        workshop().delete(clone);

        assertThat(studio.provider.voices()).extracting(Voice::id).doesNotContain(clone);
        assertThat(studio.provider.findVoice(clone)).isEmpty();
    }

    @Test
    void anEditIsAFormOfThreeFields() throws ProviderException {
        workshop().edit(cloned(), new VoiceProfile("Eve", "", Map.of()));

        var sent = studio.upstream.requests().getLast();
        assertThat(sent.path()).endsWith("/edit");
        assertThat(sent.field("name")).isEqualTo("Eve");
        assertThat(sent.form()).extracting(part -> part.name()).containsExactly("name", "description", "labels");
    }

    @Test
    void aShortDescriptionIsRejectedBeforeTheUpstreamHearsOfIt() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> workshop().save("x", new VoiceProfile("Ada", "short", Map.of())))
                .matches(e -> e.failure() instanceof Failure.Rejected);
        assertThat(studio.upstream.requests()).isEmpty();
    }

    @Test
    void aBadKeyIsTheOperators() {
        studio.upstream.takeKeys("other");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> workshop().delete("x"))
                .matches(e -> e.failure() instanceof Failure.Misconfigured)
                .withMessageNotContaining(FakeElevenLabs.KEY);
    }

    @Test
    void aFailingUpstreamIsUnavailable() throws ProviderException {
        String preview = previews().ids().getFirst();
        studio.upstream.spoil(_ -> Fault.Refused.of(500, "internal_error", "internal_server_error"));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> workshop()
                        .preview(preview, InstantSource.system().instant().plusSeconds(9)))
                .matches(e -> e.failure() instanceof Failure.Unavailable);
    }

    private VoicePreviews previews() throws ProviderException {
        return (VoicePreviews) details(Works.design(new VoiceDesign(Works.DESCRIPTION, Works.TEXT)));
    }

    private String cloned() throws ProviderException {
        return ((ClonedVoice) details(Works.clone(Works.upload("audio/mpeg", 500), false))).id();
    }

    private Details details(RenderRequest request) throws ProviderException {
        try (var stream = studio.provider.render(request, Works.attempt(new Works.Made()))) {
            while (stream.next() != null) {
                // What matters is told beside the bytes.
            }
            return stream.details().orElseThrow();
        }
    }

    private VoiceWorkshop workshop() {
        return studio.provider.workshop().orElseThrow();
    }
}
