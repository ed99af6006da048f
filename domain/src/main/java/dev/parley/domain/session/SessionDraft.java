package dev.parley.domain.session;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.render.Draft;
import java.util.List;

/** What a caller wants to connect to, as they put it: nothing checked yet but the form of the sound that they will send. */
public sealed interface SessionDraft extends Draft {

    List<Setting> settings();

    /** The most that may be relayed. */
    Load most();

    /** The same, with less. */
    SessionDraft within(Load most);

    /**
     * Text as it is written, spoken as it comes.
     *
     * @param voice alias, preset name or provider's id
     * @param contexts whether several texts are spoken over one connection, each with a context id
     * @param manner how the voice is to speak, where that is known before the first text
     */
    record SpeechSessionDraft(String voice, boolean contexts, SpeechSettings manner, List<Setting> settings, Load most)
            implements SessionDraft {
        @Override
        public SpeechSessionDraft within(Load less) {
            return new SpeechSessionDraft(voice, contexts, manner, settings, less);
        }
    }

    /**
     * Sound as it is heard, written down as it comes.
     *
     * @param audio form of the sound that is sent
     */
    record TranscriptionSessionDraft(AudioFormat audio, List<Setting> settings, Load most) implements SessionDraft {
        @Override
        public TranscriptionSessionDraft within(Load less) {
            return new TranscriptionSessionDraft(audio, settings, less);
        }
    }

    /**
     * A talk with an agent that the provider runs.
     *
     * @param agent the provider's id of it
     */
    record ConversationDraft(String agent, List<Setting> settings, Load most) implements SessionDraft {
        @Override
        public ConversationDraft within(Load less) {
            return new ConversationDraft(agent, settings, less);
        }
    }
}
