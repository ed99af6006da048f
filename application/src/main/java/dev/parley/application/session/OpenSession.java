package dev.parley.application.session;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Failures;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.Order;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.PreparedOrder;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Connection;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;

/** Connects a caller to a provider, both ways, once the price of all that may be relayed is held. */
public final class OpenSession {

    /** The gateway ends what lasts too long, and says why; a provider's own deadline is for when it does not. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final PrepareOrder prepare;
    private final AdmitTask admit;
    private final Renderings renderings;
    private final OpenSessions sessions;
    private final Purse purse;

    public OpenSession(
            PrepareOrder prepare, AdmitTask admit, Renderings renderings, OpenSessions sessions, Purse purse) {
        this.prepare = prepare;
        this.admit = admit;
        this.renderings = renderings;
        this.sessions = sessions;
        this.purse = purse;
    }

    /** A task that is admitted, and the provider that may be asked for it. */
    private record Admitted(Task task, Permit permit, boolean narrowed) {}

    /**
     * Returns once frames can go both ways. Who cannot pay all that a session may relay gets one that relays as much as they
     * can pay.
     *
     * @param order whose draft is a {@link SessionDraft}; what it asks for beyond the gateway's bounds is cut to them
     * @throws Refused with nothing charged
     */
    public RelayedSession open(Caller caller, Order order) {
        if (!(order.draft() instanceof SessionDraft draft)) {
            throw new IllegalArgumentException("only sessions are opened");
        }
        sessions.reserve(caller.account());
        boolean opened = false;
        try {
            var admitted = admitted(caller, order, draft.within(bounded(draft.most())));
            var session = connected(admitted);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                sessions.giveBack(caller.account());
            }
        }
    }

    private Admitted admitted(Caller caller, Order order, SessionDraft draft) {
        var prepared = prepare.prepare(caller, with(order, draft));
        try {
            return admitted(caller, prepared, false);
        } catch (Refused e) {
            var less =
                    isForCredits(e.refusal()) ? purse.within(caller, prepared, draft.most()) : Optional.<Load>empty();
            if (less.isEmpty()) {
                throw e;
            }
            return admitted(caller, prepare.prepare(caller, with(order, draft.within(less.get()))), true);
        }
    }

    private Admitted admitted(Caller caller, PreparedOrder prepared, boolean narrowed) {
        var permit = permit(prepared);
        boolean admitted = false;
        try {
            var task = admit.live(caller, prepared.at(permit.route()), null).orElseThrow();
            admitted = true;
            return new Admitted(task, permit, narrowed);
        } finally {
            if (!admitted) {
                permit.giveBack();
            }
        }
    }

    /** Where a provider is known to have done nothing, another may be asked: the caller has heard nothing yet. */
    private RelayedSession connected(Admitted admitted) {
        var task = admitted.task();
        var permit = admitted.permit();
        while (true) {
            try {
                return sessions.add(task, connection(task, permit), admitted.narrowed());
            } catch (ProviderException e) {
                var other = otherPermit(task, e.failure());
                task = other.isEmpty()
                        ? sessions.books().failed(task, e.failure())
                        : sessions.books()
                                .replaced(task, e.failure(), other.get().route());
                if (other.isEmpty() || task.state() instanceof TaskState.Final) {
                    other.ifPresent(Permit::giveBack);
                    throw Failures.refused(e.failure());
                }
                permit = other.get();
            } catch (RuntimeException e) {
                sessions.books().failed(task, new Failure.Unavailable("The session could not be opened."));
                throw e;
            }
        }
    }

    private Connection connection(Task task, Permit permit) throws ProviderException {
        if (!(task.state() instanceof Processing(int number, var _, var _))) {
            throw new IllegalStateException("a session that has ended is not opened");
        }
        var deadline = task.createdAt().plus(sessions.limits().total()).plus(GRACE);
        return renderings.connect(new Start(task, number, deadline, null), permit);
    }

    private Permit permit(PreparedOrder prepared) {
        try {
            return renderings.permit(prepared.routes());
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
    }

    private Optional<Permit> otherPermit(Task task, Failure failure) {
        if (failure.mayHaveRendered() || failure.equals(Renderings.STOPPED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(renderings.permit(task.routes().next()));
        } catch (ProviderException _) {
            return Optional.empty(); // Then the failure that brought us here is the one to tell.
        }
    }

    private Load bounded(Load asked) {
        var most = sessions.limits().most();
        return new Load(
                Math.min(asked.characters(), most.characters()),
                asked.audio().compareTo(most.audio()) < 0 ? asked.audio() : most.audio());
    }

    private static boolean isForCredits(Refusal refusal) {
        return refusal instanceof Refusal.CreditsShort || refusal instanceof Refusal.SpendLimitReached;
    }

    private static Order with(Order order, SessionDraft draft) {
        return new Order(
                order.model(),
                draft,
                order.options(),
                order.delivery(),
                order.format(),
                order.callback(),
                order.standIns());
    }
}
