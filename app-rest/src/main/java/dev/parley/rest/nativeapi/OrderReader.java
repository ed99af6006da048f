package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.submit.Order;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.upload.Form;
import dev.parley.rest.upload.FormReader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads orders: as JSON, or as a form of the same JSON and a file. */
@Singleton
final class OrderReader {

    static final String FILE = "file";

    private static final String REQUEST = "request";
    private static final String SOURCE_URL = "source_url";

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
    record Read(Order order, List<String> ignored, String fingerprint, Form form) implements AutoCloseable {

        /** What a walk says about it, with its refusals naming the fields as this dialect does. */
        <T> T naming(Supplier<T> walk) {
            return OrderJson.naming(order, form.fileName(FILE), walk);
        }

        @Override
        public void close() {
            form.close();
        }
    }

    Read read(HttpRequest<?> request, Caller caller) {
        if (!FormReader.isForm(request)) {
            return plain(request, caller);
        }
        var form = forms.read(request, Math.max(limits.uploadBytesMax(), limits.transcriptionBytesMax()), FILE);
        boolean read = false;
        try {
            var body = json.parse(form.fields().requiredText(REQUEST));
            var order = order(request, caller, body, form);
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

    /** JSON alone, which may say where its file is. */
    private Read plain(HttpRequest<?> request, Caller caller) {
        var form = forms.none();
        boolean read = false;
        try {
            var body = json.read(request);
            var order = order(request, caller, body, form);
            var all = new Read(order, unknownFields.check(request, body), body.fingerprint(), form);
            read = true;
            return all;
        } finally {
            if (!read) {
                form.close();
            }
        }
    }

    private Order order(HttpRequest<?> request, Caller caller, JsonFields body, Form form) {
        String model = body.requiredText("model");
        if (model.isEmpty()) {
            throw body.refused("model", "is required.");
        }
        var kinds = catalog.model(caller, model).kinds();
        return OrderJson.order(model, body, input -> {
            boolean ofRecording = kinds.stream().anyMatch(DraftJson::isOfRecording);
            if (form.hasFile() && !ofRecording) {
                throw Refused.invalid(FILE, "is not taken by this model.");
            }
            return DraftJson.draft(kinds, input, file(request, caller, input, form));
        });
    }

    private DraftJson.Recording file(HttpRequest<?> request, Caller caller, JsonFields input, Form form) {
        return (large, stated) -> {
            long bytesMax = large ? limits.transcriptionBytesMax() : limits.uploadBytesMax();
            form.fetch(request, caller, "input." + SOURCE_URL, input.text(SOURCE_URL), bytesMax);
            if (!form.hasFile()) {
                throw Refused.invalid(
                        FILE,
                        "is required: send multipart/form-data with this JSON as 'request' and the 'file', or say"
                                + " where it is, as 'input." + SOURCE_URL + "'.");
            }
            return form.upload(FILE, bytesMax, stated);
        };
    }
}
