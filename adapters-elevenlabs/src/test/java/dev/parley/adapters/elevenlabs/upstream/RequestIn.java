package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one request of a well-behaved client. */
final class RequestIn {

    private RequestIn() {}

    /** Null where the client asks for nothing. */
    static @Nullable SeenRequest read(InputStream in, UploadGate uploads) throws IOException {
        String[] first = line(in).split(" ", -1);
        if (first.length != 3) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] target = first[1].split("\\?", 2);
        Map<String, String> query = query(target.length > 1 ? target[1] : "");
        String[] type = headers.getOrDefault("content-type", "").split("; boundary=", 2);
        if (type[0].equals("multipart/form-data")) {
            var parts = form(uploads, uploads.through(in, length), type[1]);
            return new SeenRequest(first[0], target[0], query, headers, new byte[0], parts);
        }
        return new SeenRequest(first[0], target[0], query, headers, in.readNBytes(length), List.of());
    }

    private static List<FormPart> form(UploadGate uploads, InputStream in, String boundary) throws IOException {
        try {
            return FormIn.read(in, boundary);
        } catch (IOException e) {
            uploads.noteCut();
            throw e;
        }
    }

    static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return query;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
