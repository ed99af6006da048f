package dev.parley.adapters.storage.memory;

import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Endpoints;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints by id, and secrets for callbacks by account. */
final class MemoryEndpoints implements Endpoints {
    private static final Comparator<Endpoint> OLDEST_FIRST =
            Comparator.comparing(Endpoint::createdAt).thenComparing(Endpoint::id);

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Map<String, SigningSecrets> secrets = new HashMap<>();
    private final Accounts accounts;
    private final MemoryTransactions transactions;

    MemoryEndpoints(Accounts accounts, MemoryTransactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public void add(Endpoint endpoint) {
        transactions.change(() -> {
            requireAccount(endpoint.account());
            if (endpoints.containsKey(endpoint.id())) {
                throw new IllegalStateException("endpoint " + endpoint.id() + " is stored already");
            }
            transactions.put(endpoints, endpoint.id(), endpoint);
        });
    }

    @Override
    public Optional<Endpoint> find(String id) {
        return transactions.run(() -> Optional.ofNullable(endpoints.get(id)));
    }

    @Override
    public Optional<Endpoint> lock(String id) {
        return find(id);
    }

    @Override
    public List<Endpoint> list(String account) {
        return transactions.run(() -> endpoints.values().stream()
                .filter(endpoint -> endpoint.account().equals(account))
                .sorted(OLDEST_FIRST)
                .toList());
    }

    @Override
    public void save(Endpoint endpoint) {
        transactions.change(() -> {
            var stored = endpoints.get(endpoint.id());
            if (stored == null) {
                throw new IllegalStateException("endpoint " + endpoint.id() + " is not stored");
            }
            transactions.put(
                    endpoints,
                    stored.id(),
                    stored.with(endpoint.url(), endpoint.description(), endpoint.events())
                            .with(endpoint.secrets())
                            .in(endpoint.state()));
        });
    }

    @Override
    public void remove(String id) {
        transactions.change(() -> transactions.remove(endpoints, id));
    }

    @Override
    public SigningSecrets callbackSecrets(String account, SigningSecret ifNone) {
        return transactions.run(() -> {
            var kept = secrets.get(account);
            if (kept != null) {
                return kept;
            }
            requireAccount(account);
            var first = new SigningSecrets(ifNone, null);
            transactions.put(secrets, account, first);
            return first;
        });
    }

    @Override
    public boolean replaceCallbackSecrets(String account, SigningSecret before, SigningSecrets after) {
        return transactions.run(() -> {
            var kept = secrets.get(account);
            boolean current = kept != null && kept.current().equals(before);
            if (current) {
                transactions.put(secrets, account, after);
            }
            return current;
        });
    }

    private void requireAccount(String account) {
        if (accounts.find(account).isEmpty()) {
            throw new IllegalStateException("account " + account + " is not stored");
        }
    }
}
