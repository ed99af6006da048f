package dev.parley.rest.nativeapi;

import dev.parley.application.submit.PreparedOrder;
import java.math.BigDecimal;

/** The price of an order: what a task of it would hold, and at most cost. */
record EstimateJson(String model, int characters, BigDecimal credits) {
    static EstimateJson of(PreparedOrder prepared) {
        return new EstimateJson(
                prepared.quote().model(),
                prepared.request().characters(),
                prepared.quote().price().toDecimal());
    }
}
