package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.submit.Order;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.upload.Form;
import dev.parley.rest.upload.FormReader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads orders: as JSON, or as a form of the same JSON and a file. */
@Singleton
final class OrderReader {

    static final String FILE = "file";

    private static final String REQUEST = "request";

    private final RequestJson json;
    private final FormReader forms;
    private final UnknownFields unknownFields;
    private final Catalog catalog;
    private final Limits limits;

    OrderReader(RequestJson json, FormReader forms, UnknownFields unknownFields, Catalog catalog, Limits limits) {
        this.json = json;
        this.forms = forms;
        this.unknownFields = unknownFields;
        this.catalog = catalog;
        this.limits = limits;
    }

    /**
     * An order, read. Closed with no task stored for it, it forgets its file.
     *
     * @param ignored warnings of what was left out while reading
     * @param fingerprint of all that the request says
     */
    record Read(
            Order order,
            List<String> ignored,
            String fingerprint,
            @Nullable Form form) implements AutoCloseable {

        @Override
        public void close() {
            if (form != null) {
                form.close();
            }
        }
    }

    Read read(HttpRequest<?> request, Caller caller) {
        if (!FormReader.isForm(request)) {
            var body = json.read(request);
            var order = order(caller, body, null);
            return new Read(order, unknownFields.check(request, body), body.fingerprint(), null);
        }
        var form = forms.read(
                request,
                VoiceCloneRules.DEFAULT.samplesMax(),
                Math.max(limits.uploadBytesMax(), limits.transcriptionBytesMax()),
                FILE,
                "files",
                "files[]");
        boolean read = false;
        try {
            var body = json.parse(form.fields().requiredText(REQUEST));
            var order = order(caller, body, form);
            var unknown = Stream.concat(body.unknown(), form.fields().unknown());
            var all = new Read(order, unknownFields.check(request, unknown), form.fingerprint(), form);
            read = true;
            return all;
        } finally {
            if (!read) {
                form.close();
            }
        }
    }

    private Order order(Caller caller, JsonFields body, @Nullable Form form) {
        String model = body.requiredText("model");
        if (model.isEmpty()) {
            throw body.refused("model", "is required.");
        }
        var kinds = catalog.model(caller, model).kinds();
        return OrderJson.order(model, body, input -> {
            if (form != null && kinds.stream().noneMatch(DraftJson::isOfRecording)) {
                throw Refused.invalid(FILE, "is not taken by this model.");
            }
            return DraftJson.draft(kinds, input, file(form));
        });
    }

    private DraftJson.Recording file(@Nullable Form form) {
        return new DraftJson.Recording() {
            @Override
            public Upload upload(boolean isTranscribed, @Nullable String stated) {
                if (brought().files() > 1) {
                    throw Refused.invalid(FILE, "must be the only file.");
                }
                long bytesMax = isTranscribed ? limits.transcriptionBytesMax() : limits.uploadBytesMax();
                return brought().upload(FILE, bytesMax, stated);
            }

            @Override
            public List<Upload> uploads() {
                return brought().uploads(limits.uploadBytesMax());
            }

            private Form brought() {
                if (form == null) {
                    throw Refused.invalid(
                            FILE, "is required: send multipart/form-data with this JSON as 'request' and the 'file'.");
                }
                return form;
            }
        };
    }
}
