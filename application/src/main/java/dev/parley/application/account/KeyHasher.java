package dev.parley.application.account;

import dev.parley.domain.account.KeySecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns key secrets into what is stored of them. A fast hash is right: the secrets are too random to guess, and without the
 * pepper, which is not in the database, a stolen table proves nothing.
 */
public final class KeyHasher {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec pepper;

    public KeyHasher(byte[] pepper) {
        this.pepper = new SecretKeySpec(pepper, ALGORITHM);
    }

    /** 64 hexadecimal digits. */
    public String hash(KeySecret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return HexFormat.of().formatHex(mac.doFinal(secret.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
