package dev.parley.application.voice;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Transactions;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an owner does with a voice. Costs nothing, on purpose: making it has been paid for. */
public final class RunVoices {

    private final OwnVoices own;
    private final CreatedVoices created;
    private final Transactions transactions;
    private final Limits limits;

    public RunVoices(OwnVoices own, CreatedVoices created, Transactions transactions, Limits limits) {
        this.own = own;
        this.created = created;
        this.transactions = transactions;
        this.limits = limits;
    }

    /** What shall be otherwise; null leaves it as it is. */
    public record Edit(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, String> labels) {}

    /**
     * Makes a voice of a preview. Its slot is taken first, so that a voice that the provider has, has its owner.
     *
     * @throws dev.parley.domain.refusal.Refused where the preview is none of the caller's, or all of their slots are taken
     */
    public CreatedVoice save(Caller caller, String generatedId, VoiceProfile wanted) {
        var profile = wanted.checked("voice_");
        var preview = own.preview(caller, generatedId);
        if (preview.stage().isVoice()) {
            return preview; // Asked for again: its client has not heard the answer.
        }
        var workshop = own.workshop(preview);
        var reserved = preview.in(Stage.RESERVED).with(profile);
        if (!created.reserve(reserved, limits.accountVoicesMax())) {
            throw KeepVoices.full(limits.accountVoicesMax());
        }
        boolean saved = false;
        try {
            var voice =
                    saved(preview, reserved, workshop.save(generatedId, profile).id());
            saved = true;
            return voice;
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        } finally {
            if (!saved) {
                var _ = created.change(reserved, preview.in(Stage.PREVIEW));
            }
        }
    }

    /** @throws dev.parley.domain.refusal.Refused where it is none of the caller's */
    public CreatedVoice edit(Caller caller, String id, Edit edit) {
        var voice = own.voice(caller, id);
        var before = voice.profile();
        var profile = new VoiceProfile(
                        Objects.requireNonNullElse(edit.name(), before.name()),
                        Objects.requireNonNullElse(edit.description(), before.description()),
                        Objects.requireNonNullElse(edit.labels(), before.labels()))
                .checked("");
        try {
            own.workshop(voice).edit(id, profile);
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
        var edited = voice.with(profile);
        if (!created.change(voice, edited)) {
            throw OwnVoices.unknown(); // Deleted while the provider was asked: so it stays.
        }
        return edited;
    }

    /**
     * For ever. The provider comes first: whatever it still has must have an owner.
     *
     * @throws dev.parley.domain.refusal.Refused where it is none of the caller's
     */
    public void delete(Caller caller, String id) {
        var voice = own.voice(caller, id);
        try {
            own.workshop(voice).delete(id);
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
        var _ = created.change(voice, voice.in(Stage.DELETED)); // Where it is not any more, others have deleted it.
    }

    /** Some providers keep a preview's id for the voice, some give it another. */
    private CreatedVoice saved(CreatedVoice preview, CreatedVoice reserved, String id) {
        var voice = new CreatedVoice(
                reserved.provider(),
                id,
                reserved.account(),
                reserved.task(),
                Stage.DESIGNED,
                reserved.profile(),
                preview.at());
        return transactions.run(() -> {
            if (id.equals(reserved.id())) {
                var _ = created.change(reserved, voice);
                return voice;
            }
            var _ = created.change(reserved, preview.in(Stage.PREVIEW));
            created.add(voice);
            created.find(voice.provider(), id)
                    .filter(stored -> stored.account().equals(voice.account()))
                    .ifPresent(stored -> created.change(stored, voice));
            return voice;
        });
    }
}
