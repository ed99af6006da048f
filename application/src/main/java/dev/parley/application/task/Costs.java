package dev.parley.application.task;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import java.time.Duration;

/** What a task costs once it has ended: what was held, or less where less was made. */
public final class Costs {

    private final Tariff tariff;

    public Costs(Tariff tariff) {
        this.tariff = tariff;
    }

    /** @param made length of the audio, as measured */
    public Credits finished(Task task, Duration made) {
        var quote = task.route().quote();
        return isByLength(task) ? cost(task, Math.min(quote.units(), RenderRequest.seconds(made))) : quote.price();
    }

    /**
     * Of what had been handed over when the caller left.
     *
     * @param turnsBegun how many turns had begun; of what has no turns, whether anything had
     * @param made length of the audio so far, as measured
     */
    public Credits abandoned(Task task, int turnsBegun, Duration made) {
        if (turnsBegun == 0) {
            return Credits.NONE;
        }
        var quote = task.route().quote();
        if (task.request() instanceof SpokenRequest request && unit(quote, task) == PriceUnit.CHARACTER) {
            int begun = request.turns().stream()
                    .limit(turnsBegun)
                    .mapToInt(Turn::characters)
                    .sum();
            return cost(task, Math.ceilDiv(quote.units() * begun, request.characters()));
        }
        return finished(task, made);
    }

    /**
     * Of a session, by what went over it; where nothing did that has a price, nothing.
     *
     * @param given relayed to the provider
     * @param got relayed to the caller
     */
    public Credits relayed(Task task, Load given, Load got) {
        if (given.equals(Load.NONE) && got.equals(Load.NONE)) {
            return Credits.NONE;
        }
        var quote = task.route().quote();
        return cost(task, Math.min(quote.units(), SessionRequest.units(unit(quote, task), given, got)));
    }

    /** What is counted for the price of the model, where this provider delivers. */
    public PriceUnit unit(String model, String provider) {
        return tariff.rate(model, provider).unit();
    }

    /** Of so many units on this route. */
    public Credits of(Route route, long units) {
        return tariff.quote(route.quote().model(), route.provider(), units).price();
    }

    private boolean isByLength(Task task) {
        return unit(task.route().quote(), task) == PriceUnit.SECOND_OUT
                && task.output().format() instanceof AudioFormat;
    }

    private PriceUnit unit(Quote quote, Task task) {
        return unit(quote.model(), task.provider());
    }

    /** Never more than was promised, whatever the price list says by now. */
    private Credits cost(Task task, long units) {
        var quote = task.route().quote();
        var price = tariff.quote(quote.model(), task.provider(), units).price();
        return price.compareTo(quote.price()) < 0 ? price : quote.price();
    }
}
