package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Endpoints;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Endpoints, and secrets for callbacks, in their tables. */
@OnDatabase
@Singleton
final class JdbcEndpoints implements Endpoints {
    private final EndpointRows rows;
    private final CallbackSecretRows secrets;
    private final JdbcTransactions transactions;

    JdbcEndpoints(EndpointRows rows, CallbackSecretRows secrets, JdbcTransactions transactions) {
        this.rows = rows;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    @Override
    public void add(Endpoint endpoint) {
        transactions.change(() -> rows.save(EndpointRow.of(endpoint)));
    }

    @Override
    public Optional<Endpoint> find(String id) {
        return rows.findById(id).map(EndpointRow::toEndpoint);
    }

    @Override
    public Optional<Endpoint> lock(String id) {
        return transactions.run(() -> rows.lock(id)).map(EndpointRow::toEndpoint);
    }

    @Override
    public List<Endpoint> list(String account) {
        return rows.oldestFirst(account).stream().map(EndpointRow::toEndpoint).toList();
    }

    @Override
    public void save(Endpoint endpoint) {
        transactions.change(() -> {
            if (!rows.change(EndpointRow.of(endpoint))) {
                throw new IllegalStateException("endpoint " + endpoint.id() + " is not stored");
            }
        });
    }

    @Override
    public void remove(String id) {
        transactions.change(() -> rows.remove(id));
    }

    @Override
    public SigningSecrets callbackSecrets(String account, SigningSecret ifNone) {
        return secrets.findById(account)
                .or(() -> transactions.run(() -> {
                    secrets.keep(account, ifNone.value(), null, null);
                    return secrets.findById(account);
                }))
                .map(CallbackSecretRow::toSecrets)
                .orElseThrow(() -> new IllegalStateException("kept secrets are never removed"));
    }

    @Override
    public boolean replaceCallbackSecrets(String account, SigningSecret before, SigningSecrets after) {
        var columns = SecretColumns.of(after);
        return transactions.run(() -> secrets.replace(
                        account, before.value(), columns.secret(), columns.retiringSecret(), columns.retiringUntilMs())
                == 1);
    }
}
