package dev.parley.adapters.storage;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.Setting;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Sessions of any kind. */
final class AnySession {

    private AnySession() {}

    static Arbitrary<RenderRequest> requests(Arbitrary<String> texts) {
        var voices = Combinators.combine(texts, texts).as(VoiceRef::new);
        var settings = Combinators.combine(texts, texts).as(Setting::new).list().ofMaxSize(4);
        var loads = Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().between(0, 36_000_000).map(Duration::ofMillis))
                .as(Load::new);
        return Arbitraries.oneOf(
                Combinators.combine(texts, voices, Arbitraries.of(true, false), settings, loads)
                        .as(SpeechSessionRequest::new),
                Combinators.combine(texts, Arbitraries.of(AudioFormat.class), settings, loads)
                        .as(TranscriptionSessionRequest::new),
                Combinators.combine(texts, texts, settings, loads).as(ConversationRequest::new));
    }
}
