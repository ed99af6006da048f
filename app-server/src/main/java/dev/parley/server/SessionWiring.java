package dev.parley.server;

import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.session.Purse;
import dev.parley.application.session.SessionBooks;
import dev.parley.application.session.SessionTokens;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.task.Costs;
import dev.parley.application.task.MoveTask;
import dev.parley.application.work.Renderings;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What connections that go both ways are made with. */
@Factory
final class SessionWiring {

    @Singleton
    SessionBooks sessionBooks(MoveTask move, Costs costs, AudioStore store, InstantSource clock) {
        return new SessionBooks(move, costs, store, clock);
    }

    @Singleton
    OpenSessions openSessions(SessionBooks books, Limits limits) {
        return new OpenSessions(books, limits.sessions());
    }

    @Singleton
    OpenSession openSession(
            PrepareOrder prepare, AdmitTask admit, Renderings renderings, OpenSessions sessions, Purse purse) {
        return new OpenSession(prepare, admit, renderings, sessions, purse);
    }

    @Singleton
    SessionTokens sessionTokens(
            ServerSecrets secrets, IdempotencyKeys uses, Transactions transactions, InstantSource clock) {
        return new SessionTokens(secrets.sessionTokenKey(), uses, transactions, clock);
    }

    @Singleton
    Purse purse(Stores stores, Costs costs, InstantSource clock) {
        return new Purse(stores, costs, clock);
    }
}
