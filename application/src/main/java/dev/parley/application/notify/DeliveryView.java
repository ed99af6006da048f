package dev.parley.application.notify;

import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import java.util.List;

/** A delivery and all that was tried. */
public record DeliveryView(Delivery delivery, List<DeliveryAttempt> attempts) {}
