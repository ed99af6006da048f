package dev.parley.domain.session;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a model takes that works over connections alone.
 *
 * @param longest sound that goes through one connection, each way
 */
public record SessionRules(Duration longest) implements ModelRules {

    /** Realtime transcripts: ElevenLabs names no bound; an hour is what the gateway relays by default. */
    public static final SessionRules TRANSCRIPTION = new SessionRules(Duration.ofHours(1));

    public static final SessionRules CONVERSATION = new SessionRules(Duration.ofHours(1));

    /** Of one message in a talk, its sound not counted. */
    public static final int TALK_BYTES_MAX = 32 << 10;

    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** @throws Refused where it is no id at all */
    public static String agent(String id) {
        if (!AGENT.matcher(id).matches()) {
            throw Refused.invalid("agent_id", "must be the id of an agent.");
        }
        return id;
    }

    /** @throws Refused naming the first number that lies outside, as {@code stability} */
    public static void checkManner(SpeechSessionDraft draft) {
        var manner = draft.manner();
        Bounds.share("stability", manner.stability());
        Bounds.share("similarity", manner.similarity());
        Bounds.within("speed", manner.speed(), DialogueRules.SPEED_MIN, DialogueRules.SPEED_MAX);
    }

    @Override
    public SessionRules stricter(ModelRules others) {
        return others instanceof SessionRules(Duration theirs) && theirs.compareTo(longest) < 0
                ? new SessionRules(theirs)
                : this;
    }

    /** The most that may be relayed, in this model's bounds. */
    public Load within(Load most) {
        return most.audio().compareTo(longest) > 0 ? new Load(most.characters(), longest) : most;
    }
}
