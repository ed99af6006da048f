package dev.parley.server;

import dev.parley.application.Limits;
import dev.parley.application.account.IssueKey;
import dev.parley.application.admin.ChangePassword;
import dev.parley.application.admin.InspectTasks;
import dev.parley.application.admin.Once;
import dev.parley.application.admin.OpenFirstAdmin;
import dev.parley.application.admin.PasswordHashes;
import dev.parley.application.admin.ReadUsage;
import dev.parley.application.admin.RunAccounts;
import dev.parley.application.admin.RunCredits;
import dev.parley.application.admin.RunKeys;
import dev.parley.application.admin.SignIn;
import dev.parley.application.admin.SignInThrottle;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Admins;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.store.Usage;
import dev.parley.rest.admin.AdminTokenKey;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Which class gets which, of those that an operator reaches. */
@Factory
final class AdminWiring {

    @Singleton
    Once once(IdempotencyKeys keys, Transactions transactions, Limits limits, InstantSource clock) {
        return new Once(keys, transactions, limits, clock);
    }

    @Singleton
    RunAccounts runAccounts(
            Accounts accounts,
            Ledger ledger,
            Transactions transactions,
            Once once,
            Limits limits,
            InstantSource clock) {
        return new RunAccounts(accounts, ledger, transactions, once, limits, clock);
    }

    @Singleton
    RunKeys runKeys(
            Accounts accounts,
            ApiKeys keys,
            Spending spending,
            Transactions transactions,
            IssueKey issue,
            InstantSource clock) {
        return new RunKeys(accounts, keys, spending, transactions, issue, clock);
    }

    @Singleton
    RunCredits runCredits(
            Accounts accounts,
            Ledger ledger,
            Transactions transactions,
            Once once,
            Limits limits,
            InstantSource clock) {
        return new RunCredits(accounts, ledger, transactions, once, limits, clock);
    }

    @Singleton
    InspectTasks inspectTasks(Tasks tasks, Attempts attempts, Limits limits) {
        return new InspectTasks(tasks, attempts, limits);
    }

    @Singleton
    ReadUsage readUsage(Usage usage, InstantSource clock) {
        return new ReadUsage(usage, clock);
    }

    @Singleton
    PasswordHashes passwordHashes() {
        return new PasswordHashes();
    }

    @Singleton
    SignIn signIn(Admins admins, PasswordHashes hashes, InstantSource clock) {
        return new SignIn(admins, hashes, new SignInThrottle(clock));
    }

    @Singleton
    ChangePassword changePassword(
            Admins admins, Transactions transactions, SignIn signIn, PasswordHashes hashes, InstantSource clock) {
        return new ChangePassword(admins, transactions, signIn, hashes, clock);
    }

    @Singleton
    OpenFirstAdmin openFirstAdmin(
            Admins admins, Transactions transactions, PasswordHashes hashes, InstantSource clock) {
        return new OpenFirstAdmin(admins, transactions, hashes, clock, new SecureRandom());
    }

    @Singleton
    AdminTokenKey adminTokenKey(ServerSecrets secrets) {
        return new AdminTokenKey(secrets.adminTokenKey());
    }
}
