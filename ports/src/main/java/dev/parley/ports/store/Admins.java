package dev.parley.ports.store;

import dev.parley.domain.account.Admin;
import java.util.Optional;

/** Whoever may administer the gateway. */
public interface Admins {

    boolean isEmpty();

    Optional<Admin> find(String name);

    /** Adds the admin, or changes the one of this name. */
    void save(Admin admin);
}
