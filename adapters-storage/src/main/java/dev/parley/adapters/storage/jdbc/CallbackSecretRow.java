package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.SigningSecrets;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** An account's secrets for callbacks as one line of their table. */
@MappedEntity("callback_secret")
record CallbackSecretRow(
        @Id String account,
        String secret,
        @Nullable String retiringSecret,
        @Nullable Long retiringUntilMs) {

    SigningSecrets toSecrets() {
        return new SecretColumns(secret, retiringSecret, retiringUntilMs).toSecrets();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "CallbackSecretRow[" + account + "]";
    }
}
