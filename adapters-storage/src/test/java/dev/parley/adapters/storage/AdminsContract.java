package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.Admin;
import dev.parley.ports.store.Admins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Admins} keeps. */
public abstract class AdminsContract {
    private static final Admin ROOT = new Admin("root", "$2b$10$abc", NOON);

    private Admins admins;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        admins = stores().admins();
    }

    @Test
    void aNewInstallationHasNoAdmin() {
        assertThat(admins.isEmpty()).isTrue();
    }

    @Test
    void anAdminIsFoundByName() {
        admins.save(ROOT);

        assertThat(admins.isEmpty()).isFalse();
        assertThat(admins.find("root")).contains(ROOT);
        assertThat(admins.find("Root")).isEmpty();
    }

    @Test
    void aLaterPasswordReplacesTheEarlier() {
        var later = new Admin("root", "$2b$10$def", NOON.plusSeconds(1));
        admins.save(ROOT);

        admins.save(later);

        assertThat(admins.find("root")).contains(later);
    }
}
