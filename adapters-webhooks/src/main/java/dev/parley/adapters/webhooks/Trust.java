package dev.parley.adapters.webhooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: the usual ones, and the operator's own. */
final class Trust {

    private Trust() {}

    /** @throws IllegalArgumentException if the file holds no certificates */
    static SSLContext context(@Nullable Path pem) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var issuer : issuers(pem)) {
                store.setCertificateEntry("ca-" + store.size(), issuer);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(store).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    static List<Certificate> issuers(@Nullable Path pem) {
        try {
            List<Certificate> issuers = new ArrayList<>(pem == null ? List.of() : certificates(pem));
            for (var manager : managers(null).getTrustManagers()) {
                if (manager instanceof X509TrustManager usual) {
                    issuers.addAll(List.of(usual.getAcceptedIssuers()));
                }
            }
            return issuers;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("'webhooks.trust': " + pem + " is no PEM file of certificates", e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path pem)
            throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("empty");
            }
            return certificates;
        }
    }

    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
