package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Endpoints;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Endpoints} keeps. */
public abstract class EndpointsContract {
    private static final SigningSecret FIRST = secret(1);
    private static final SigningSecret SECOND = secret(2);

    private Stores stores;
    private Endpoints endpoints;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        stores.accounts().add(anAccount(ACCOUNT));
        endpoints = stores.endpoints();
    }

    @Test
    void anEndpointIsFoundAsItWasAdded() {
        var added = added("ep_1", NOON);

        assertThat(endpoints.find("ep_1")).contains(added);
        assertThat(endpoints.lock("ep_1")).contains(added);
        assertThat(endpoints.find("ep_2")).isEmpty();
        assertThat(endpoints.lock("ep_2")).isEmpty();
    }

    @Test
    void everythingThatChangesIsSaved() {
        var changed = added("ep_1", NOON)
                .with(URI.create("https://example.net/other"), "other", Set.of(EventType.TASK_FAILED))
                .with(new SigningSecrets(FIRST, null).rotated(SECOND, NOON))
                .in(new Disabled(Reason.FAILING, NOON));
        endpoints.save(changed);

        assertThat(endpoints.find("ep_1")).contains(changed);

        var failing = changed.in(new Enabled(NOON.plusSeconds(1)));
        endpoints.save(failing);
        assertThat(endpoints.find("ep_1")).contains(failing);
    }

    @Test
    void theyAreListedOldestFirstAndByAccount() {
        stores.accounts().add(anAccount("acc_2"));
        var second = added("ep_1", NOON.plusSeconds(1));
        var first = added("ep_2", NOON);

        assertThat(endpoints.list(ACCOUNT)).containsExactly(first, second);
        assertThat(endpoints.list("acc_2")).isEmpty();
    }

    @Test
    void whatIsRemovedIsGone() {
        var removed = added("ep_1", NOON);
        endpoints.remove("ep_1");

        assertThat(endpoints.list(ACCOUNT)).isEmpty();
        assertThatThrownBy(() -> endpoints.save(removed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEndpointIsOfAStoredAccount() {
        assertThatThrownBy(() -> endpoints.add(endpoint("ep_1", "acc_9", NOON))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aChangeIsUndoneWithItsTransaction() {
        var added = added("ep_1", NOON);

        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    endpoints.remove("ep_1");
                    throw new IllegalStateException("not stored");
                }))
                .hasMessage("not stored");
        assertThat(endpoints.find("ep_1")).contains(added);
    }

    @Test
    void theFirstCallbackSecretIsGivenToAll() {
        assertThat(endpoints.callbackSecrets(ACCOUNT, FIRST)).isEqualTo(new SigningSecrets(FIRST, null));
        assertThat(endpoints.callbackSecrets(ACCOUNT, SECOND)).isEqualTo(new SigningSecrets(FIRST, null));
    }

    @Test
    void theFirstCallbackSecretIsOneHoweverManyAsk() {
        var given = Race.of(8, number -> endpoints.callbackSecrets(ACCOUNT, secret(number)));

        assertThat(given).hasSize(8).containsOnly(endpoints.callbackSecrets(ACCOUNT, secret(99)));
    }

    @Test
    void callbackSecretsAreReplacedByWhoKnowsTheCurrentOne() {
        var before = endpoints.callbackSecrets(ACCOUNT, FIRST);
        var after = before.rotated(SECOND, NOON);

        assertThat(endpoints.replaceCallbackSecrets(ACCOUNT, FIRST, after)).isTrue();
        assertThat(endpoints.replaceCallbackSecrets(ACCOUNT, FIRST, before)).isFalse();
        assertThat(endpoints.callbackSecrets(ACCOUNT, FIRST)).isEqualTo(after);
    }

    private Endpoint added(String id, Instant at) {
        var endpoint = endpoint(id, ACCOUNT, at);
        endpoints.add(endpoint);
        return endpoint;
    }

    private static Endpoint endpoint(String id, String account, Instant at) {
        return new Endpoint(
                id,
                account,
                URI.create("https://example.org/hook?a=b"),
                "where it goes",
                Set.of(EventType.TASK_COMPLETED, EventType.TASK_FAILED),
                new SigningSecrets(FIRST, null),
                at,
                new Enabled(null));
    }

    private static SigningSecret secret(int seed) {
        return SigningSecret.issue(new Random(seed));
    }
}
