package dev.parley.adapters.webhooks;

import dev.parley.ports.audio.OutOfReachException;
import dev.parley.ports.audio.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Fetches over HTTP, and asks the guard of each address again wherever it is sent on to. */
public final class HttpRemoteFiles implements RemoteFiles {

    private static final int REDIRECTS_MAX = 3;
    private static final Set<Integer> REDIRECTS = Set.of(
            HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY,
            HttpStatus.SC_SEE_OTHER,
            HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT);

    /** Without the proxies that the machine's settings may name. */
    private static final DetachedSocketFactory DIRECT = _ -> new Socket(Proxy.NO_PROXY);

    private final FetchSettings settings;
    private final AddressGuard guard;
    private final Names names;
    private final Wire wire;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IllegalArgumentException if the file of certificates holds none */
    public HttpRemoteFiles(FetchSettings settings) {
        this(settings, InetAddress::getAllByName, DIRECT);
    }

    HttpRemoteFiles(FetchSettings settings, Resolver resolver, DetachedSocketFactory sockets) {
        this.settings = settings;
        guard = AddressGuard.of(settings);
        wire = Wire.of(settings, sockets);
        names = new Names(resolver);
    }

    @Override
    public InputStream at(URI url) {
        return new FetchedFile(() -> found(url), settings, threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        wire.close();
        names.close();
    }

    /**
     * An answer that has begun.
     *
     * @param request by cancelling which it ends
     */
    private record Asked(HttpGet request, ClassicHttpResponse answer) {}

    private FetchedFile.Found found(URI url) throws IOException, InterruptedException {
        var place = url;
        for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
            var asked = ask(place);
            boolean used = false;
            try {
                if (!REDIRECTS.contains(asked.answer().getCode())) {
                    var content = content(asked.answer());
                    used = true;
                    return new FetchedFile.Found(content, asked.request()::cancel);
                }
                place = next(place, asked.answer());
            } finally {
                if (!used) {
                    asked.request().cancel();
                }
            }
        }
        throw new OutOfReachException("was redirected more than " + REDIRECTS_MAX + " times: use the file's own URL.");
    }

    private Asked ask(URI url) throws IOException, InterruptedException {
        try {
            var target = Target.of(url);
            guard.check(target);
            var addresses = guard.admitted(target, names.addresses(target, settings.answerLimit()))
                    .iterator();
            while (true) {
                var request = new HttpGet(url);
                try {
                    return new Asked(request, wire.ask(request, target, addresses.next()));
                } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
                    if (!addresses.hasNext()) {
                        throw e;
                    }
                }
            }
        } catch (ForbiddenTargetException e) {
            throw new OutOfReachException(e.complaint());
        }
    }

    private static InputStream content(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        if (answer.getCode() != HttpStatus.SC_OK || entity == null) {
            throw new OutOfReachException("could not be fetched: it was answered with status " + answer.getCode()
                    + ". It must be a URL that anybody may GET; else send the file itself.");
        }
        @Nullable InputStream content = entity.getContent();
        return content == null ? InputStream.nullInputStream() : content;
    }

    private static URI next(URI place, ClassicHttpResponse answer) throws OutOfReachException {
        var location = answer.getFirstHeader(HttpHeaders.LOCATION);
        try {
            var next = place.resolve(new URI(location == null ? "" : location.getValue()));
            return next.getRawFragment() == null
                    ? next
                    : new URI(next.toString().substring(0, next.toString().indexOf('#')));
        } catch (URISyntaxException e) {
            throw new OutOfReachException("was redirected to something that is no URL: use the file's own URL.");
        }
    }
}
