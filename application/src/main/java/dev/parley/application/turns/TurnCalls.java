package dev.parley.application.turns;

import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The calls that one attempt at a dialogue is made of: each with an id of its own, all with the same deadline. */
final class TurnCalls {

    private final VoiceProvider provider;
    private final AudioCodecs codecs;
    private final TurnRequests requests;
    private final Attempt attempt;
    private final TurnBills bills;
    private final AtomicIntegerArray asked;

    TurnCalls(VoiceProvider provider, AudioCodecs codecs, TurnRequests requests, Attempt attempt) {
        this.provider = provider;
        this.codecs = codecs;
        this.requests = requests;
        this.attempt = attempt;
        this.bills = new TurnBills(requests.count(), attempt.receipt());
        this.asked = new AtomicIntegerArray(requests.count());
    }

    int count() {
        return requests.count();
    }

    int rateHz() {
        return requests.samples().sampleRateHz();
    }

    Instant deadline() {
        return attempt.deadline();
    }

    /** The turn's audio as samples, once it has begun. */
    AudioStream begin(int turn) throws ProviderException {
        int time = asked.incrementAndGet(turn);
        String id = attempt.id() + "-turn-" + (turn + 1) + (time == 1 ? "" : "-" + time);
        var audio = provider.render(
                requests.speech(turn), new Attempt(id, attempt.deadline(), bills.receipt(turn), attempt.doorbell()));
        return codecs.transcode(audio, audio.format().orElse(requests.source()), requests.samples());
    }

    /** For the bytes of such a stream. */
    AudioDecoder samples() {
        return codecs.decoder(requests.samples());
    }
}
