package dev.parley.ports.store;

import dev.parley.domain.webhook.Endpoint;
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

    /** What calls to addresses that are named with a task are signed with; empty until they are first kept. */
    Optional<SigningSecrets> callbackSecrets(String account);

    /** In the place of those before. The account is stored, and locked by the transaction around it. */
    void keepCallbackSecrets(String account, SigningSecrets secrets);
}
