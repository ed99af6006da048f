package dev.parley.grpc.voice;

import dev.parley.application.voice.RunVoices;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.v1.EditVoiceRequest;
import dev.parley.v1.SaveVoiceRequest;

/** How voices are described, from the proto; and what it calls the fields that walks refuse. */
final class ProfileMapping {

    private ProfileMapping() {}

    static VoiceProfile profile(SaveVoiceRequest request) {
        if (request.getDescription().isEmpty()) {
            throw MalformedRequest.of("description", "is required.");
        }
        return new VoiceProfile(request.getName(), request.getDescription(), request.getLabelsMap());
    }

    static RunVoices.Edit edit(EditVoiceRequest request) {
        if (!request.hasName() && !request.hasDescription() && !request.hasLabels()) {
            throw MalformedRequest.of("name", "is required, or a description, or labels.");
        }
        return new RunVoices.Edit(
                request.hasName() ? request.getName() : null,
                request.hasDescription() ? request.getDescription() : null,
                request.hasLabels() ? request.getLabels().getValuesMap() : null);
    }

    /** Where {@link SaveVoiceRequest} keeps a field. */
    static String ofSaved(String field) {
        return field.replaceFirst("^voice_", "");
    }

    /** Where {@link EditVoiceRequest} keeps a field. */
    static String ofEdited(String field) {
        return field.replaceFirst("^labels", "labels.values");
    }
}
