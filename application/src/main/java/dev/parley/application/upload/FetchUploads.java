package dev.parley.application.upload;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.audio.OutOfReachException;
import dev.parley.ports.audio.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Fetches what callers bring by its URL, for each account a few at once: nobody's downloader. */
public final class FetchUploads {

    private static final System.Logger LOG = System.getLogger(FetchUploads.class.getName());
    private static final int URL_LENGTH_MAX = 8192;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final RemoteFiles files;
    private final int accountMax;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    /** @param accountMax fetches of one account at once, in this process */
    public FetchUploads(RemoteFiles files, int accountMax) {
        this.files = files;
        this.accountMax = accountMax;
    }

    /**
     * A file to fetch.
     *
     * @param field that a refusal names
     * @param whenGone is given what to do once the caller has left
     */
    public record Source(String account, String field, String url, long bytesMax, Consumer<Runnable> whenGone) {

        /** Without the URL: it may be signed. */
        @Override
        public String toString() {
            return "Source[" + field + " of " + account + "]";
        }
    }

    /**
     * Fetches all of it, into the same place as what callers send.
     *
     * @throws Refused naming the field if there is nothing to be had, or too much
     */
    public ReceiveUploads.Batch.Taken fetch(ReceiveUploads.Batch batch, Source source) throws IOException {
        var url = url(source);
        enter(source.account());
        try (var content = files.at(url)) {
            source.whenGone().accept(() -> stop(content));
            return batch.take(source.field(), content, source.bytesMax());
        } catch (OutOfReachException e) {
            throw Refused.invalid(source.field(), e.complaint());
        } finally {
            leave(source.account());
        }
    }

    private static void stop(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a fetch could not be broken off", e);
        }
    }

    private void enter(String account) {
        int now = underWay.merge(account, 1, Integer::sum);
        if (now > accountMax) {
            leave(account);
            throw new Refused(new Refusal.TooMany(
                    "Only " + accountMax + " files of one account are fetched at once. Please wait for one to end.",
                    WAIT,
                    true));
        }
    }

    private void leave(String account) {
        underWay.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    private static URI url(Source source) {
        try {
            var url = new URI(source.url());
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && source.url().length() <= URL_LENGTH_MAX) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw Refused.invalid(source.field(), "must be a URL: " + e.getReason() + ".");
        }
        throw Refused.invalid(
                source.field(),
                "must be an http or https URL of at most " + URL_LENGTH_MAX
                        + " characters, with a host name in ASCII.");
    }
}
