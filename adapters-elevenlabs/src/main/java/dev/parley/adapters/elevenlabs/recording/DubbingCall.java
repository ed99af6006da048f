package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.adapters.elevenlabs.wire.WholeJson;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.ports.provider.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for a dub. The upstream answers at once, with its own id of the work that has begun. */
public record DubbingCall(DubbingRequest request, Payload payload) implements Call {

    public static final String ID = "dubbing_id";

    /** @param uploads where the recording is read, once for each sending */
    public static DubbingCall of(DubbingRequest request, Uploads uploads) {
        var settings = request.settings();
        var speakers = settings.speakers();
        var form = new Form("file", request.audio(), uploads).put("target_lang", settings.target());
        put(form, "source_lang", speakers.language());
        put(form, "num_speakers", speakers.count());
        put(form, "target_accent", speakers.accent());
        put(form, "start_time", seconds(settings.part().start()));
        put(form, "end_time", seconds(settings.part().end()));
        put(form, "drop_background_audio", settings.sound().withoutBackground());
        put(form, "use_profanity_filter", settings.sound().withoutProfanity());
        put(form, "watermark", settings.picture().watermark());
        put(form, "highest_resolution", settings.picture().highestResolution());
        return new DubbingCall(request, form);
    }

    @Override
    public String target() {
        return "/v1/dubbing";
    }

    @Override
    public boolean answeredInJson() {
        return true;
    }

    @Override
    public Content content(Answer answer, InputStream body) throws IOException {
        return new WholeJson(body, List.of(Set.of(ID)));
    }

    private static void put(Form form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, value);
        }
    }

    private static void put(Form form, String name, boolean value) {
        if (value) {
            form.put(name, true);
        }
    }

    /** The upstream counts in whole ones. */
    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }
}
