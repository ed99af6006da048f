package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.session.SessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Brings a provider of tones that also takes sessions. */
public final class TalkFactory implements VoiceProviderFactory {

    private static final Model TALKING = new Model(
            "talk",
            "Tones over connections",
            Set.of(Kind.SPEECH, Kind.SPEECH_SESSION),
            Set.of(),
            DialogueRules.DEFAULT,
            Set.of(AudioFormat.PCM_16000),
            Set.of(LanguageCode.AUTO),
            false);

    private final TalkFlaw flaw;

    /** For ServiceLoader. */
    public TalkFactory() {
        this(TalkFlaw.NONE);
    }

    TalkFactory(TalkFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "talk";
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of();
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of();
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        for (String key : config.values().keySet()) {
            throw new IllegalArgumentException("'" + key + "' is not known; remove it");
        }
        return new TalkProvider(flaw);
    }

    private static final class TalkProvider extends ForwardingProvider {
        private static final int FEW = 8;

        private final TalkFlaw flaw;
        private final Queue<TalkSession> open = new ConcurrentLinkedQueue<>();

        TalkProvider(TalkFlaw flaw) {
            super(new ToneProvider());
            this.flaw = flaw;
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(List.of(TALKING));
        }

        @Override
        public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
            boolean late = !InstantSource.system().instant().isBefore(attempt.deadline());
            if (late && flaw != TalkFlaw.BEGINS_TOO_LATE) {
                throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
            }
            if (flaw == TalkFlaw.SERVES_FEW && open.size() >= FEW) {
                throw new ProviderException(Failure.Unavailable.notRendered("these are enough"));
            }
            var session = new TalkSession(flaw, AudioFormat.PCM_16000);
            open.add(session);
            if (late) {
                session.breakOff();
            }
            return session;
        }

        @Override
        public void close() {
            if (flaw != TalkFlaw.FORGETS_ITS_SESSIONS) {
                open.forEach(TalkSession::breakOff);
            }
            super.close();
        }
    }
}
