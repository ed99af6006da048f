package dev.parley.server;

import dev.parley.adapters.storage.disk.DiskAudioStore;
import dev.parley.application.Limits;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.IssueKey;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.Voices;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.LedgerAudit;
import dev.parley.ports.store.Transactions;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Which class gets which. Stores come from their own module, as beans; configuration, secrets, codecs and providers from
 * {@link Gateway}. Here is what the gateway and the command line share: the catalog, accounts, the books.
 */
@Factory
final class Wiring {

    @Singleton
    Limits limits(ServerConfig config) {
        return config.limits();
    }

    /** Micronaut brings a clock of its own. */
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    AudioStore audioStore(ServerConfig config, InstantSource clock) throws IOException {
        return new DiskAudioStore(
                config.dataDir().resolve("audio"), config.limits().audioBytesMax(), clock);
    }

    @Singleton
    Catalog catalog(Providers providers, ServerConfig config) {
        return new Catalog(providers, config.tariff(), config.routes());
    }

    @Singleton
    Voices voices(Providers providers, CreatedVoices created) {
        return new Voices(providers, created);
    }

    @Singleton
    KeyHasher keyHasher(ServerSecrets secrets) {
        return new KeyHasher(secrets.keyPepper());
    }

    @Singleton
    Authenticate authenticate(ApiKeys keys, KeyHasher hasher, InstantSource clock) {
        return new Authenticate(keys, hasher, clock);
    }

    @Singleton
    IssueKey issueKey(KeyHasher hasher, InstantSource clock) {
        return new IssueKey(hasher, clock, new SecureRandom());
    }

    @Singleton
    VerifyLedger verifyLedger(LedgerAudit audit) {
        return new VerifyLedger(audit);
    }

    @Singleton
    OpenFirstAccount openFirstAccount(
            Accounts accounts,
            ApiKeys keys,
            Ledger ledger,
            Transactions transactions,
            IssueKey issue,
            InstantSource clock) {
        return new OpenFirstAccount(accounts, keys, ledger, transactions, issue, clock);
    }

    @Singleton
    ReadCredits readCredits(Ledger ledger) {
        return new ReadCredits(ledger);
    }
}
