package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.Caller;
import dev.parley.application.catalog.Voices;
import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Voices, as ElevenLabs' clients look for them. Each route takes its caller, so that nobody comes in without a key. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class VoiceController {

    private final Voices voices;

    VoiceController(Voices voices) {
        this.voices = voices;
    }

    /** @param nextPageToken where there are more */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PageJson(
            List<VoiceJson> voices,
            boolean hasMore,
            int totalCount,
            @Nullable String nextPageToken) {}

    @Get("/v2/voices")
    PageJson page(HttpRequest<?> request, Caller caller) {
        return Schema.reading("query", () -> {
            var query = new VoiceQuery(new QueryFields(request));
            var chosen = query.chosen(all(caller));
            int first = Math.min(query.first(), chosen.size());
            int end = Math.min(first + query.pageSize(), chosen.size());
            boolean more = end < chosen.size();
            return new PageJson(
                    chosen.subList(first, end).stream()
                            .map(voice -> VoiceJson.of(voice, null))
                            .toList(),
                    more,
                    chosen.size(),
                    more ? Integer.toString(end) : null);
        });
    }

    @Get("/v1/voices/{voiceId}")
    VoiceJson voice(HttpRequest<?> request, Caller caller, String voiceId) {
        var withSettings = new QueryFields(request).truth("with_settings");
        boolean settings = withSettings == null || withSettings;
        return VoiceJson.of(named(caller, voiceId), settings ? VoiceJson.SettingsJson.DEFAULT : null);
    }

    @Get("/v1/voices/{voiceId}/settings")
    VoiceJson.SettingsJson settings(Caller caller, String voiceId) {
        var _ = named(caller, voiceId);
        return VoiceJson.SettingsJson.DEFAULT;
    }

    @Get("/v1/voices/settings/default")
    VoiceJson.SettingsJson defaultSettings(Caller caller) {
        return VoiceJson.SettingsJson.DEFAULT;
    }

    private List<Voices.Listed> all(Caller caller) {
        return voices.list(caller);
    }

    private Voices.Listed named(Caller caller, String id) {
        return all(caller).stream()
                .filter(listed -> listed.voice().answersTo(id))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid(FieldNames.VOICE_ID, "A voice with the voice_id " + id + " was not found."));
    }
}
