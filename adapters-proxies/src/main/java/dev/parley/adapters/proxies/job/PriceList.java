package dev.parley.adapters.proxies.job;

import dev.parley.domain.render.RenderRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream says its work costs, in its own unit. A cost that is computed of it is ours, not the upstream's word.
 *
 * @param per1000 characters; null where the upstream publishes no price
 */
public record PriceList(@Nullable BigDecimal per1000, BigDecimal minimum) {

    /** Null where nothing is published. */
    public @Nullable BigDecimal cost(RenderRequest request) {
        return per1000 == null
                ? null
                : per1000.multiply(BigDecimal.valueOf(request.characters(), 3)).max(minimum);
    }
}
