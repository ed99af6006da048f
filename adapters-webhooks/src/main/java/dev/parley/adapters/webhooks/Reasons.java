package dev.parley.adapters.webhooks;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Why there was no answer, in few words that its receiver's owner can act on. */
final class Reasons {

    static final String CROWDED = "too many calls are under way";
    static final String INTERRUPTED = "interrupted";

    private static final int CAUSES_MAX = 10;

    private Reasons() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> "the name could not be resolved";
            case ConnectionRequestTimeoutException _ -> CROWDED;
            case InterruptedIOException _ -> "no connection in time";
            case ConnectException _ -> "connection refused";
            case NoRouteToHostException _ -> "no route to the address";
            case SSLException e -> tls(e);
            case NoHttpResponseException _ -> "connection closed without an answer";
            case HttpException _, ClientProtocolException _, MessageConstraintException _ -> "the answer is not HTTP";
            default -> "connection broken";
        };
    }

    private static String tls(SSLException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "TLS: certificate has expired";
        }
        boolean untrusted = has(failure, CertPathValidatorException.class)
                || causes(failure).anyMatch(e -> e.getClass().getName().endsWith("SunCertPathBuilderException"));
        if (untrusted) {
            return "TLS: certificate not trusted";
        }
        return has(failure, CertificateException.class)
                ? "TLS: certificate is not for this name"
                : "TLS: handshake failed";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure;
                cause != null && causes.size() < CAUSES_MAX;
                cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
