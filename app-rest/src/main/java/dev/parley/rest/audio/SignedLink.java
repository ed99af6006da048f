package dev.parley.rest.audio;

import dev.parley.application.audio.AudioLinks.Signed;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a link exactly as it was written: two spellings of one link would be two links, one of them never signed. */
final class SignedLink {

    private static final Pattern SECOND = Pattern.compile("[1-9][0-9]{0,14}");

    private SignedLink() {}

    /** Empty where no link of ours can look like this. */
    static Optional<Signed> parse(HttpRequest<?> request, String task, String fileName) {
        var expires = only(request.getParameters().getAll(AudioUrls.EXPIRES));
        var signature = only(request.getParameters().getAll(AudioUrls.SIGNATURE));
        if (expires.isEmpty()
                || signature.isEmpty()
                || !SECOND.matcher(expires.get()).matches()) {
            return Optional.empty();
        }
        return uuid(task).map(id -> new Signed(id, fileName, Long.parseLong(expires.get()), signature.get()));
    }

    private static Optional<String> only(List<String> values) {
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Whatever is no id was never signed.
        }
    }
}
