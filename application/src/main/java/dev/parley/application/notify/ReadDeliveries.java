package dev.parley.application.notify;

import dev.parley.application.Limits;
import dev.parley.application.admin.Ids;
import dev.parley.application.admin.Page;
import dev.parley.application.admin.PageSize;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.Delivery;
import dev.parley.ports.store.Deliveries;
import org.jspecify.annotations.Nullable;

/** What was told, to whom, and how that went. */
public final class ReadDeliveries {

    private final Deliveries deliveries;
    private final Limits limits;

    public ReadDeliveries(Deliveries deliveries, Limits limits) {
        this.deliveries = deliveries;
        this.limits = limits;
    }

    /**
     * With its attempts.
     *
     * @param account whose it must be; anybody's where null
     * @throws Refused if there is none
     */
    public DeliveryView show(@Nullable String account, String id) {
        return new DeliveryView(found(deliveries, account, id), deliveries.attempts(id));
    }

    /**
     * Of the newest events first.
     *
     * @param cursor of the page before; the first page where null
     */
    public Page<Delivery> page(DeliveryQuery query, @Nullable String cursor, @Nullable Integer size) {
        int wanted = PageSize.checked(size, limits);
        var before = Ids.cursor(cursor);
        if (before != null && !isKnown(before, query.account())) {
            throw Ids.badCursor();
        }
        return Page.of(deliveries.list(query.toWanted(), before, wanted + 1), wanted, Delivery::id);
    }

    private boolean isKnown(String id, @Nullable String account) {
        return deliveries.find(id).filter(delivery -> isOf(account, delivery)).isPresent();
    }

    static Delivery found(Deliveries deliveries, @Nullable String account, String id) {
        return Ids.found("delivery", id, text -> deliveries.find(text).filter(delivery -> isOf(account, delivery)));
    }

    private static boolean isOf(@Nullable String account, Delivery delivery) {
        return account == null || delivery.event().account().equals(account);
    }
}
