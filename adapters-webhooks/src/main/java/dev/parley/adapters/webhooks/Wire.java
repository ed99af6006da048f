package dev.parley.adapters.webhooks;

import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One connection for each call, to the one address that was checked: no name is resolved here, no proxy asked, nothing followed,
 * repeated, unpacked or remembered.
 */
final class Wire implements AutoCloseable {

    /** Of several accounts: the worker gives each fewer. */
    static final int CALLS_PER_RECEIVER_MAX = 16;

    private static final int CALLS_MAX = 256;
    private static final ContentType JSON = ContentType.create("application/json");

    /** Whatever would go somewhere unchecked ends here. */
    private static final DnsResolver NOTHING = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    };

    private final CloseableHttpClient client;

    /** @param sockets that make plain ones, not yet connected */
    static Wire of(WebhookSettings settings, DetachedSocketFactory sockets) {
        return new Wire("Parley-Webhooks", settings.trust(), settings.timeLimit(), sockets);
    }

    /** @param sockets that make plain ones, not yet connected */
    static Wire of(FetchSettings settings, DetachedSocketFactory sockets) {
        return new Wire("Parley-Fetch", settings.trust(), settings.answerLimit(), sockets);
    }

    private Wire(String agent, @Nullable Path trust, Duration limit, DetachedSocketFactory sockets) {
        // A second rope: the clock that counts is the sender's, over all of the call.
        var silence = Timeout.of(limit.multipliedBy(2));
        client = HttpClients.custom()
                .setConnectionManager(connections(Trust.context(trust), limit, sockets))
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(silence)
                        .setResponseTimeout(silence)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(agent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Answered send(URI url, Target target, InetAddress address, SignedRequest signed, Instant now) throws IOException {
        var request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(signed.bytes(), JSON));
        request.setHeader("webhook-id", signed.id());
        request.setHeader("webhook-timestamp", signed.timestamp());
        request.setHeader("webhook-signature", signed.signature());
        request.setHeader(HttpHeaders.CONNECTION, "close");
        try {
            return ReceivedAnswer.read(client.executeOpen(host(target, address), request, null), now);
        } finally {
            // Closing the answer instead would read it to its end.
            request.cancel();
        }
    }

    /** What is there. Whoever asks ends the request by cancelling it. */
    ClassicHttpResponse ask(HttpGet request, Target target, InetAddress address) throws IOException {
        request.setHeader(HttpHeaders.CONNECTION, "close");
        return client.executeOpen(host(target, address), request, null);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpHost host(Target target, InetAddress address) {
        return new HttpHost(target.secure() ? "https" : "http", address, target.host(), target.port());
    }

    private static PoolingHttpClientConnectionManager connections(
            SSLContext trust, Duration limit, DetachedSocketFactory sockets) {
        // The JDK's own check of names; the policy says that the other verifier is not asked.
        var tls =
                new DefaultClientTlsStrategy(trust, HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE);
        var operator = new DefaultHttpClientConnectionOperator(
                sockets,
                null,
                NOTHING,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build());
        var headers = Http1Config.custom()
                .setMaxLineLength(8192)
                .setMaxHeaderCount(100)
                .build();
        var manager = new PoolingHttpClientConnectionManager(
                operator,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(headers)
                        .build());
        manager.setMaxTotal(CALLS_MAX);
        manager.setDefaultMaxPerRoute(CALLS_PER_RECEIVER_MAX);
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                // A third, so that another address of the same name has its turn.
                .setConnectTimeout(Timeout.of(limit.dividedBy(3)))
                .setSocketTimeout(Timeout.of(limit.multipliedBy(2)))
                .build());
        manager.setDefaultTlsConfig(TlsConfig.custom()
                .setHandshakeTimeout(Timeout.of(limit.multipliedBy(2)))
                .build());
        return manager;
    }
}
