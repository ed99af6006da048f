package dev.parley.ports.store;

import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import java.util.List;
import java.util.Optional;

/** Whom accounts want told, and what they are told with. Secrets are stored readable: calls are signed with them. */
public interface Endpoints {

    void add(Endpoint endpoint);

    Optional<Endpoint> find(String id);

    /** The same, before it is changed: in a transaction, keeps others from changing it until the transaction ends. */
    Optional<Endpoint> lock(String id);

    /** All of the account's, oldest first. */
    List<Endpoint> list(String account);

    /** Changes everything but id, account and time of creation. The endpoint exists. */
    void save(Endpoint endpoint);

    /** For ever. Its deliveries stay. */
    void remove(String id);

    /**
     * What calls to addresses that are named with a task are signed with. The account is stored.
     *
     * @param ifNone is kept from now on, and given to all who ask, where there has been none
     */
    SigningSecrets callbackSecrets(String account, SigningSecret ifNone);

    /** @return false, with nothing changed, where {@code before} is not the current one */
    boolean replaceCallbackSecrets(String account, SigningSecret before, SigningSecrets after);
}
