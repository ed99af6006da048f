package dev.parley.application.voice;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an owner does with a voice. Costs nothing, on purpose: making it has been paid for. */
public final class RunVoices {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final OwnVoices own;
    private final CreatedVoices created;
    private final Transactions transactions;
    private final Limits limits;
    private final InstantSource clock;

    public RunVoices(
            OwnVoices own, CreatedVoices created, Transactions transactions, Limits limits, InstantSource clock) {
        this.own = own;
        this.created = created;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /** What shall be otherwise; null leaves it as it is. */
    public record Edit(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, String> labels) {}

    /**
     * Makes a voice of a preview. Its slot is taken first, so that a voice that the provider has, has its owner.
     *
     * @throws Refused where the preview is none of the caller's, all of their slots are taken, or it is being saved already
     */
    public CreatedVoice save(Caller caller, String generatedId, VoiceProfile wanted) {
        var profile = wanted.checked("voice_");
        var preview = own.preview(caller, generatedId);
        if (preview.stage().isVoice()) {
            return preview; // Asked for again: its client has not heard the answer.
        }
        var workshop = own.workshop(preview);
        var reserved = reserved(preview.with(profile));
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

    /** @throws Refused where it is none of the caller's */
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
     * @throws Refused where it is none of the caller's
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

    /** Of those who want one voice at once, on whatever machine, one may ask the provider. */
    private CreatedVoice reserved(CreatedVoice preview) {
        var now = clock.instant();
        var reserved = preview.reserved(now);
        var givenUpBefore = now.minus(limits.attemptTimeout());
        return switch (created.reserve(reserved, limits.accountVoicesMax(), givenUpBefore)) {
            case RESERVED -> reserved;
            case FULL -> throw KeepVoices.full(limits.accountVoicesMax());
            case TAKEN ->
                throw new Refused(
                        new Refusal.StillRunning("This preview is being saved already. Try again soon.", AGAIN));
        };
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
