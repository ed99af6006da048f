package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Kind;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.Setting;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session that the contract opens, and what it says in it.
 *
 * @param ends what the last frame holds that is waited for; empty where the upstream closes the connection by itself
 */
record SessionSample(SessionRequest request, List<Frame> given, String ends) {

    private static final String TEXT = "Good morning! Did you sleep well? ";
    private static final Load MOST = new Load(1000, Duration.ofMinutes(1));
    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final int MOST_FORMATS = 5;

    /** At least one for each kind of session that the provider's models name; none where they name none. */
    static List<SessionSample> of(String providerName, VoiceProvider provider) throws ProviderException {
        List<SessionSample> samples = new ArrayList<>();
        for (Model model : provider.capabilities().models()) {
            if (model.kinds().contains(Kind.SPEECH_SESSION)) {
                var voice =
                        new VoiceRef(providerName, provider.voices().getFirst().id());
                samples.addAll(speech(model, voice));
            }
            if (model.kinds().contains(Kind.TRANSCRIPTION_SESSION)) {
                samples.add(transcription(model.name()));
            }
            if (model.kinds().contains(Kind.CONVERSATION)) {
                samples.add(conversation(model.name()));
            }
        }
        return samples;
    }

    boolean isSpoken() {
        return request instanceof SpeechSessionRequest;
    }

    /** Which format its sound comes in. */
    AudioFormat format() {
        return request.settings().stream()
                .filter(setting -> setting.name().equals("output_format"))
                .flatMap(setting -> AudioFormat.parse(setting.value()).stream())
                .findFirst()
                .orElse(AudioFormat.PCM_16000);
    }

    /** One codec after the other, and with contexts. */
    private static List<SessionSample> speech(Model model, VoiceRef voice) {
        if (!(model.rules() instanceof DialogueRules)) {
            throw new IllegalArgumentException("sessions of speech go with speech: " + model.name());
        }
        var formats = Stream.of(
                        AudioFormat.PCM_16000,
                        AudioFormat.MP3_44100_128,
                        AudioFormat.ULAW_8000,
                        AudioFormat.OPUS_48000_64)
                .filter(model.formats()::contains)
                .toList();
        if (formats.isEmpty()) {
            formats = model.formats().stream().sorted().limit(MOST_FORMATS).toList();
        }
        List<SessionSample> samples = new ArrayList<>();
        for (AudioFormat format : formats) {
            var settings = List.of(new Setting("output_format", format.toString()));
            samples.add(new SessionSample(
                    new SpeechSessionRequest(model.name(), voice, false, settings, MOST),
                    List.of(text(" ", ""), text(TEXT, ",\"flush\":true"), Frame.free("{\"text\":\"\"}")),
                    ""));
        }
        var settings = List.of(new Setting("output_format", formats.getFirst().toString()));
        samples.add(new SessionSample(
                new SpeechSessionRequest(model.name(), voice, true, settings, MOST),
                List.of(
                        text(" ", ",\"context_id\":\"one\""),
                        text(TEXT, ",\"context_id\":\"one\",\"flush\":true"),
                        Frame.free("{\"context_id\":\"one\",\"close_context\":true}"),
                        Frame.free("{\"close_socket\":true}")),
                ""));
        return samples;
    }

    private static SessionSample transcription(String model) {
        String sound = Base64.getEncoder().encodeToString(TestAudio.tone(AudioFormat.PCM_16000, LENGTH));
        return new SessionSample(
                new TranscriptionSessionRequest(model, AudioFormat.PCM_16000, List.of(), MOST),
                List.of(
                        new Frame(heard(sound, false), Load.audio(LENGTH)),
                        new Frame(heard(sound, true), Load.audio(LENGTH))),
                "committed_transcript");
    }

    private static String heard(String base64, boolean commit) {
        return "{\"message_type\":\"input_audio_chunk\",\"audio_base_64\":\"" + base64 + "\",\"commit\":" + commit
                + ",\"sample_rate\":16000}";
    }

    private static SessionSample conversation(String model) {
        return new SessionSample(
                new ConversationRequest(model, "agent_contract", List.of(), MOST),
                List.of(
                        Frame.free("{\"type\":\"conversation_initiation_client_data\"}"),
                        new Frame("{\"type\":\"user_message\",\"text\":\"Hello\"}", Load.audio(LENGTH))),
                "audio_base_64");
    }

    private static Frame text(String text, String more) {
        int characters = text.isBlank() ? 0 : text.getBytes(US_ASCII).length;
        return new Frame("{\"text\":\"" + text + "\"" + more + "}", Load.text(characters));
    }
}
