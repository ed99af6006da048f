package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.recording.Form;
import dev.parley.adapters.elevenlabs.voice.ProfileForm;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The upstream's voices that were made through here. What changes there is known here at once. */
final class ElevenLabsWorkshop implements VoiceWorkshop {

    /** The upstream takes no shorter description. */
    private static final int DESCRIPTION_MIN = 20;

    private final Lookup lookup;
    private final VoiceDirectory directory;

    ElevenLabsWorkshop(Lookup lookup, VoiceDirectory directory) {
        this.lookup = lookup;
        this.directory = directory;
    }

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        if (profile.description().codePointCount(0, profile.description().length()) < DESCRIPTION_MIN) {
            throw new ProviderException(new Failure.Rejected(
                    "ElevenLabs takes descriptions of at least " + DESCRIPTION_MIN + " characters"));
        }
        ObjectNode body = Json.object()
                .put("voice_name", profile.name())
                .put("voice_description", profile.description())
                .put("generated_voice_id", generatedId);
        var labels = body.putObject("labels");
        profile.labels().forEach(labels::put);
        String id = known(generatedId, lookup.change("POST", "/v1/text-to-voice", new Payload.Text(body)))
                .path("voice_id")
                .asText("");
        if (id.isBlank()) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs saved a voice without an id"));
        }
        return kept(id, "generated", profile);
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        var form = ProfileForm.put(new Form(), profile);
        var _ = known(id, lookup.change("POST", "/v1/voices/" + Call.encoded(id) + "/edit", form));
        directory.forget(id);
    }

    @Override
    public void delete(String id) throws ProviderException {
        // Null where there is none: then there is nothing to do.
        var _ = lookup.change("DELETE", "/v1/voices/" + Call.encoded(id), null);
        directory.gone(id);
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        var stream = lookup.listen(
                "/v1/text-to-voice/" + Call.encoded(generatedId) + "/stream", AudioFormat.MP3_44100_192, deadline);
        if (stream == null) {
            throw unknown(generatedId);
        }
        return stream;
    }

    private Voice kept(String id, String category, VoiceProfile profile) {
        var voice = new Voice(id, profile.name(), Set.of(), profile.description(), category, profile.labels(), null);
        directory.keep(voice);
        return voice;
    }

    private static JsonNode known(String id, @Nullable JsonNode answer) throws ProviderException {
        if (answer == null) {
            throw unknown(id);
        }
        return answer;
    }

    private static ProviderException unknown(String id) {
        return new ProviderException(new Failure.Rejected(
                "ElevenLabs has no voice or preview '" + id + "', or does not take its name or description"));
    }
}
