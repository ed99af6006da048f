package dev.parley.adapters.elevenlabs.session;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.Setting;
import dev.parley.domain.session.SpeechSessionRequest;
import java.util.Optional;

/** In which format a session speaks. */
public final class SpokenFormat {

    private SpokenFormat() {}

    /** Empty where it is none that can be measured. */
    public static Optional<AudioFormat> asked(SpeechSessionRequest request) {
        return AudioFormat.parse(request.settings().stream()
                .filter(setting -> setting.name().equals("output_format"))
                .map(Setting::value)
                .findFirst()
                .orElse(AudioFormat.DEFAULT.toString()));
    }

    static AudioFormat of(SpeechSessionRequest request) {
        return asked(request).orElseThrow(() -> new IllegalArgumentException("a format that cannot be measured"));
    }
}
