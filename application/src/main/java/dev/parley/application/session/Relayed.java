package dev.parley.application.session;

import dev.parley.domain.session.Load;

/**
 * What has gone one way.
 *
 * @param load of it, as far as it has a price
 */
record Relayed(int frames, Load load) {

    static final Relayed NOTHING = new Relayed(0, Load.NONE);

    Relayed plus(Load more) {
        return new Relayed(frames + 1, load.plus(more));
    }
}
