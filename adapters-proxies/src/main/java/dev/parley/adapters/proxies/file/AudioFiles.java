package dev.parley.adapters.proxies.file;

import dev.parley.adapters.proxies.attempt.Vigil;
import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Resampler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens the files that jobs have made. They are paid for, so a host that is in trouble is asked a few times. Our credential
 * never goes there.
 */
public final class AudioFiles implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AudioFiles.class.getName());
    private static final int REDIRECTS_MAX = 3;
    private static final int TIMES_MAX = 3;

    private final HttpClient client;
    private final String upstream;
    private final Settings settings;
    private final Resampler resampler;
    private final InstantSource clock;
    private final FileGuard guard;
    private final Watchdog watchdog;

    public AudioFiles(HttpClient client, String upstream, Settings settings, Resampler resampler, InstantSource clock) {
        this.client = client;
        this.upstream = upstream;
        this.settings = settings;
        this.resampler = resampler;
        this.clock = clock;
        this.guard = FileGuard.of(upstream, settings);
        this.watchdog = new Watchdog(upstream);
    }

    /**
     * The file's audio, once it has begun.
     *
     * @param asked decides nothing but what a stream is told as that has no rate or bitrate of its own
     */
    public AudioStream open(String address, AudioFormat asked, Vigil vigil)
            throws ProviderException, InterruptedException {
        HttpResponse<InputStream> response = found(address, vigil);
        boolean begun = false;
        try {
            var stream = begun(response, asked, vigil);
            begun = true;
            return stream;
        } finally {
            if (!begun) {
                drop(response);
            }
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }

    private AudioStream begun(HttpResponse<InputStream> response, AudioFormat asked, Vigil vigil)
            throws ProviderException {
        var limits = new FileBody.Limits(
                settings.files().bytesMax(),
                settings.timeouts().idle(),
                settings.timeouts().file(),
                vigil.deadline());
        try {
            var body = new FileBody(response, limits, watchdog, clock);
            return new FetchedAudio(upstream, AudioSource.of(body, asked, resampler), body);
        } catch (IOException e) {
            throw FetchedAudio.broken(upstream, e);
        }
    }

    private HttpResponse<InputStream> found(String address, Vigil vigil)
            throws ProviderException, InterruptedException {
        for (int time = 1; ; time++) {
            try {
                var response = followed(address, vigil.deadline());
                if (response.statusCode() == 200) {
                    return response;
                }
                drop(response);
                if (time == TIMES_MAX || !mayPass(response.statusCode())) {
                    throw lost("the file answers " + response.statusCode());
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "a file of " + upstream, e);
                if (time == TIMES_MAX) {
                    throw lost("the file cannot be reached");
                }
            }
            vigil.rest(settings.pollPace(), settings.pollFloor());
        }
    }

    /** What a store says of a file that it is still spreading, or has no time for. */
    private static boolean mayPass(int status) {
        return status == 404 || status == 425 || status == 429 || status >= 500;
    }

    private HttpResponse<InputStream> followed(String address, Instant deadline)
            throws ProviderException, IOException, InterruptedException {
        URI uri = guard.allowed(address);
        for (int redirects = 0; ; redirects++) {
            var response = get(uri, deadline);
            int status = response.statusCode();
            if (status < 301 || status > 308 || status == 304) {
                return response;
            }
            drop(response);
            String location = response.headers().firstValue("Location").orElse("");
            if (redirects == REDIRECTS_MAX) {
                throw lost("the file is redirected too often");
            }
            uri = guard.allowed(uri, location);
        }
    }

    private HttpResponse<InputStream> get(URI uri, Instant deadline) throws IOException, InterruptedException {
        Duration left = Duration.between(clock.instant(), deadline);
        Duration usual = settings.timeouts().answer();
        long most = Math.max(1, (left.compareTo(usual) < 0 ? left : usual).toMillis());
        var request = HttpRequest.newBuilder(uri).header("Accept", "audio/*, */*;q=0.5");
        var answer = client.sendAsync(request.GET().build(), BodyHandlers.ofInputStream());
        boolean answered = false;
        try {
            var response = answer.get(most, TimeUnit.MILLISECONDS);
            answered = true;
            return response;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } finally {
            if (!answered) {
                answer.cancel(true);
            }
        }
    }

    private static void drop(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an answer could not be closed", e);
        }
    }

    /** It has been made, and paid for. */
    private ProviderException lost(String why) {
        return new ProviderException(new Unavailable(upstream + " has made the audio, but " + why));
    }
}
