package dev.parley.rest.openai;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.refusal.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What OpenAI calls its formats, and what is made here for each. Of its six, {@code aac} and
 * {@code flac} are not: {@link AudioFormat} has neither, so no provider can offer them either.
 */
enum ResponseFormat {
    MP3(AudioFormat.MP3_44100_128, "audio/mpeg"),
    OPUS(AudioFormat.OPUS_48000_64, "audio/ogg; codecs=opus"),
    WAV(AudioFormat.PCM_24000, "audio/wav"),
    PCM(AudioFormat.PCM_24000, "audio/pcm;rate=24000;channels=1");

    private final AudioFormat audio;
    private final String mediaType;

    ResponseFormat(AudioFormat audio, String mediaType) {
        this.audio = audio;
        this.mediaType = mediaType;
    }

    static ResponseFormat parse(@Nullable String name) {
        return name == null
                ? MP3
                : Arrays.stream(values())
                        .filter(format -> format.toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refused.invalid(SpeechJson.RESPONSE_FORMAT, wrong(name)));
    }

    /** What the audio is before it is wrapped. */
    AudioFormat audio() {
        return audio;
    }

    String mediaType() {
        return mediaType;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String wrong(String name) {
        String made = Arrays.stream(values()).map(ResponseFormat::toString).collect(Collectors.joining(", "));
        String shown = name.length() <= 20 ? name : name.substring(0, 20) + "…";
        return "must be one of " + made + ": '" + shown + "' is not made here.";
    }
}
