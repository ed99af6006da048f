package dev.parley.rest.nativeapi;

import dev.parley.application.catalog.PublicModel;
import dev.parley.application.submit.PreparedOrder;
import dev.parley.domain.task.Route;
import java.math.BigDecimal;

/**
 * The price of an order: what a task of it would hold, and at most cost.
 *
 * @param unit what is counted, as the price list spells it
 * @param units how many of them there are at most
 */
record EstimateJson(String model, int characters, BigDecimal credits, String unit, long units) {

    static EstimateJson of(PreparedOrder prepared, PublicModel model) {
        var quote = prepared.quote();
        return new EstimateJson(
                quote.model(),
                prepared.request().characters(),
                quote.price().toDecimal(),
                unit(prepared, model),
                quote.units());
    }

    /** By which the dearest of those counts who may deliver it. */
    private static String unit(PreparedOrder prepared, PublicModel model) {
        var dearest = prepared.routes().all().stream()
                .filter(route -> route.quote().equals(prepared.quote()))
                .map(Route::provider)
                .toList();
        return model.candidates().stream()
                .filter(candidate -> dearest.contains(candidate.provider()))
                .findFirst()
                .orElseGet(() -> model.candidates().getFirst())
                .rate()
                .unit()
                .toString();
    }
}
