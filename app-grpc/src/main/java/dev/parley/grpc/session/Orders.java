package dev.parley.grpc.session;

import dev.parley.application.submit.Order;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.session.Setting;
import java.time.Duration;
import java.util.List;

/** Orders for sessions. */
final class Orders {

    /** As much as the gateway relays, and the caller can pay. */
    static final Load MOST = new Load(Integer.MAX_VALUE, Duration.ofDays(1));

    private Orders() {}

    static Order of(String model, SessionDraft draft) {
        return new Order(model.isEmpty() ? null : model, draft, null, null);
    }

    /** Proto has no absent strings. */
    static void add(List<Setting> settings, String name, String value) {
        if (!value.isEmpty()) {
            settings.add(new Setting(name, value));
        }
    }
}
