package dev.parley.application.voice;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Details;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.CreatedVoices.Reservation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores whose a voice is, in the transaction that stores that it was made. */
public final class KeepVoices {

    /** Nobody has made it yet. */
    private static final String NO_PROVIDER = "";

    private final CreatedVoices voices;

    public KeepVoices(CreatedVoices voices) {
        this.voices = voices;
    }

    /**
     * Takes the slot of the voice that the task is to clone.
     *
     * @throws Refused where the account has as many voices as it may have
     */
    public void reserve(Task task, int max, Instant now) {
        if (task.request() instanceof VoiceCloneRequest clone) {
            var voice = created(task, NO_PROVIDER, task.id().toString(), Stage.RESERVED, clone.profile(), now);
            if (voices.reserve(voice, max, now) != Reservation.RESERVED) {
                throw full(max); // A task is new: nobody else reserves under its id.
            }
        }
    }

    /**
     * Whatever a provider has made for the task is its account's, also where the task has ended otherwise meanwhile.
     *
     * @param made null where nothing was
     */
    public void made(Task task, @Nullable Details made, Instant now) {
        if (made instanceof VoicePreviews previews && task.request() instanceof VoiceDesignRequest design) {
            var profile = new VoiceProfile("", design.design().description(), Map.of());
            previews.ids().forEach(id -> voices.add(created(task, task.provider(), id, Stage.PREVIEW, profile, now)));
        }
        if (made instanceof ClonedVoice clone && task.request() instanceof VoiceCloneRequest request) {
            voices.add(created(task, task.provider(), clone.id(), Stage.CLONED, request.profile(), now));
        }
    }

    /** Gives the slot back that was reserved: what was made has taken it. */
    public void ended(Task task) {
        if (task.state() instanceof TaskState.Final && task.request() instanceof VoiceCloneRequest) {
            voices.remove(NO_PROVIDER, task.id().toString());
        }
    }

    static Refused full(int max) {
        return new Refused(
                new Refusal.Conflict("Your account has " + max + " voices, as many as it may have. Delete one first."));
    }

    private static CreatedVoice created(
            Task task, String provider, String id, Stage stage, VoiceProfile profile, Instant now) {
        return new CreatedVoice(provider, id, task.account(), task.id(), stage, profile, now);
    }
}
