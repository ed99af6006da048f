package dev.parley.adapters.storage;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.domain.voice.VoiceProfile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Voices of any kind that somebody wants made. */
final class AnyVoice {

    private AnyVoice() {}

    static Arbitrary<RenderRequest> requests(
            Arbitrary<String> texts, Arbitrary<Upload> uploads, Arbitrary<Delivery> deliveries) {
        var formats = Arbitraries.of(AudioFormat.class);
        var number = Arbitraries.doubles().between(-1, 1).injectNull(0.5);
        var seeds = Arbitraries.longs().between(0, Integer.MAX_VALUE).injectNull(0.5);
        var designs = Combinators.combine(texts, texts.injectNull(0.5), number, number, number, seeds, flags(), flags())
                .as(VoiceDesign::new);
        var profiles = Combinators.combine(
                        texts, texts, Arbitraries.maps(texts, texts).ofMaxSize(3))
                .as(VoiceProfile::new);
        return Arbitraries.oneOf(
                Combinators.combine(texts, designs, deliveries, formats).as(VoiceDesignRequest::new),
                Combinators.combine(texts, profiles, uploads.list().ofMaxSize(3), flags(), deliveries)
                        .as(VoiceCloneRequest::new));
    }

    static Arbitrary<Details> made(Arbitrary<String> texts) {
        return Arbitraries.oneOf(
                texts.list().ofMaxSize(3).map(VoicePreviews::new),
                Combinators.combine(texts, flags()).as(ClonedVoice::new));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
