package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.adapters.elevenlabs.music.MusicCall;
import dev.parley.adapters.elevenlabs.music.PlanCall;
import dev.parley.adapters.elevenlabs.recording.DubbingCall;
import dev.parley.adapters.elevenlabs.recording.StemsCall;
import dev.parley.adapters.elevenlabs.recording.TranscriptionCall;
import dev.parley.adapters.elevenlabs.recording.VoiceChangeCall;
import dev.parley.adapters.elevenlabs.sound.SoundCall;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.ports.provider.Uploads;

/** How each kind of request is put to the upstream. */
final class Calls {

    private Calls() {}

    static Call of(RenderRequest request, Proof proof, Uploads uploads) {
        return switch (request) {
            case SpokenRequest spoken -> SpokenCall.of(spoken, proof);
            case MusicRequest music -> new MusicCall(music);
            case PlanRequest plan -> new PlanCall(plan);
            case SoundRequest sound -> new SoundCall(sound);
            case VoiceChangeRequest change -> VoiceChangeCall.of(change, uploads);
            case StemsRequest stems -> StemsCall.of(stems, uploads);
            case DubbingRequest dub -> DubbingCall.of(dub, uploads);
            case TranscriptionRequest transcription -> TranscriptionCall.of(transcription, uploads);
            case SessionRequest session ->
                throw new IllegalArgumentException("sessions are opened, not rendered: " + session.model());
        };
    }
}
