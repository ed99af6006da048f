package dev.parley.ports.provider;

import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import java.util.List;
import java.util.Optional;

/**
 * Makes audio: of text, of a prompt, of what a caller brings. One instance serves many virtual threads at once; what computes for
 * longer than a few milliseconds does so on threads of its own, since a virtual one would keep everybody else waiting.
 */
public interface VoiceProvider extends AutoCloseable {

    /** P4: what the provider can do; equal for the life of the instance, known without network I/O. */
    Capabilities capabilities();

    /**
     * P5: how many characters the request is worth, where the price list counts those: pure arithmetic, at least 1, equal for
     * equal requests. Seconds and requests Parley counts itself.
     */
    default long billableUnits(SpokenRequest request) {
        return request.characters();
    }

    /**
     * P6: the voices that may be named, with distinct ids, the best first; none where nothing is spoken. May be cached; may do I/O.
     *
     * @throws ProviderException if they cannot be told
     */
    List<Voice> voices() throws ProviderException;

    /**
     * P7: the voice that answers to an id, a name or an alias; names and aliases in any case. Every voice of {@link #voices}
     * is found by its id and by its name.
     *
     * @throws ProviderException if it cannot be told
     */
    default Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        return voices().stream()
                .filter(voice -> voice.answersTo(name))
                .findFirst()
                .map(VoiceMatch::exact);
    }

    /**
     * P8: begins a rendering: returns once audio has begun or has failed to. The request's model, format and voices are the
     * provider's own, and it keeps the model's rules. A thread that is interrupted meanwhile throws soon: nobody waits any more.
     *
     * @throws ProviderException whose failure says who must act. {@code Unavailable} is "not rendered" only where that is known:
     *     no connection, or turned away before the work began. What broke after the request was sent may have been rendered
     */
    AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException;

    /**
     * P16: connects to the upstream: returns once frames can go both ways. Asked only for kinds of session that its models name.
     *
     * @throws ProviderException as {@link #render} does
     */
    default Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        throw new IllegalArgumentException("no model of this provider takes sessions: " + request.model());
    }

    /**
     * P17: what it does with voices that were made by it; there where one of its models makes some, and nowhere else. Equal for
     * the life of the instance.
     */
    default Optional<VoiceWorkshop> workshop() {
        return Optional.empty();
    }

    /** P12: gives back threads, sockets and files. Idempotent. Open streams may fail afterwards. */
    @Override
    void close();
}
