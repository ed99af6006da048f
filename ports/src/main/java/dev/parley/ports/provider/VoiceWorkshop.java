package dev.parley.ports.provider;

import dev.parley.domain.voice.VoiceProfile;
import java.time.Instant;

/**
 * What a provider does with voices that were made by it, beside making them. Everything here costs nothing, and Parley asks for
 * it on behalf of the voice's owner only.
 */
public interface VoiceWorkshop {

    /**
     * P17: keeps a preview as a voice, which can be named at once: {@code findVoice} finds it by its id.
     *
     * @param generatedId of a preview, as {@code VoicePreviews} tells it
     * @throws ProviderException with {@code Rejected} where there is no such preview
     */
    Voice save(String generatedId, VoiceProfile profile) throws ProviderException;

    /**
     * P17: describes a voice anew.
     *
     * @throws ProviderException with {@code Rejected} where there is no such voice
     */
    void edit(String id, VoiceProfile profile) throws ProviderException;

    /** P17: for ever, and at once: {@code findVoice} does not find its id any more. Nothing where there is no such voice. */
    void delete(String id) throws ProviderException;

    /**
     * P18: a preview's audio; a stream like any other, which tells its format.
     *
     * @param deadline as {@link Attempt#deadline}
     * @throws ProviderException with {@code Rejected} where there is no such preview
     */
    AudioStream preview(String generatedId, Instant deadline) throws ProviderException;
}
