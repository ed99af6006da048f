package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.domain.webhook.SigningSecrets.Retiring;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signing secrets as three columns. */
record SecretColumns(
        String secret,
        @Nullable String retiringSecret,
        @Nullable Long retiringUntilMs) {

    static SecretColumns of(SigningSecrets secrets) {
        var retiring = secrets.retiring();
        return new SecretColumns(
                secrets.current().value(),
                retiring == null ? null : retiring.secret().value(),
                retiring == null ? null : retiring.until().toEpochMilli());
    }

    SigningSecrets toSecrets() {
        return new SigningSecrets(
                new SigningSecret(secret),
                retiringSecret == null || retiringUntilMs == null
                        ? null
                        : new Retiring(new SigningSecret(retiringSecret), Instant.ofEpochMilli(retiringUntilMs)));
    }

    /** Not the secrets. */
    @Override
    public String toString() {
        return "***";
    }
}
