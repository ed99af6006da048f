package dev.parley.rest.openai;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Voices;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Who can speak, as self-hosted speech servers list it. */
@Controller(OpenAiPaths.VOICES)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VoiceController {

    private final Voices voices;

    VoiceController(Voices voices) {
        this.voices = voices;
    }

    record VoicesJson(List<VoiceJson> voices) {}

    record VoiceJson(String id, String name, String provider, List<String> aliases, String description) {
        static VoiceJson of(Voices.Listed listed) {
            var voice = listed.voice();
            return new VoiceJson(
                    voice.id(),
                    voice.name(),
                    listed.provider(),
                    voice.aliases().stream().sorted().toList(),
                    voice.description());
        }
    }

    @Get
    VoicesJson list(Caller caller) {
        return new VoicesJson(voices.list(caller).stream().map(VoiceJson::of).toList());
    }
}
