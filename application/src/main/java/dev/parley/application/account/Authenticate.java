package dev.parley.application.account;

import dev.parley.application.Caller;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Accounts;
import java.util.Collection;

/** Tells who asks, by the keys they present. Asks the store each time, so that a revoked key is dead at once. */
public final class Authenticate {

    private final Accounts accounts;
    private final KeyHasher hasher;

    public Authenticate(Accounts accounts, KeyHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /**
     * @param credentials all that the request carries, in any header
     * @throws Refused if there is none, if one is bad, or if they belong to different accounts
     */
    public Caller caller(Collection<String> credentials) {
        var callers = credentials.stream().map(this::caller).distinct().toList();
        return switch (callers.size()) {
            case 0 -> throw unauthenticated("An API key is required: send 'Authorization: Bearer sk-...'.");
            case 1 -> callers.getFirst();
            default -> throw unauthenticated("The request carries keys of different callers: send one.");
        };
    }

    private Caller caller(String credential) {
        if (credential.isEmpty() || credential.length() > KeySecret.LENGTH_MAX) {
            throw unknown();
        }
        return accounts.findKey(hasher.hash(new KeySecret(credential)))
                .map(key -> new Caller(key.account(), key.id()))
                .orElseThrow(Authenticate::unknown);
    }

    private static Refused unknown() {
        return unauthenticated("The API key is invalid, disabled, or deleted.");
    }

    private static Refused unauthenticated(String message) {
        return new Refused(new Refusal.Unauthenticated(message));
    }
}
