package dev.parley.adapters.elevenlabs;

import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes by which key something was asked for, and passes on what is billed. */
final class KeyNote implements Receipt {

    private final Receipt receipt;
    private String key = "";

    KeyNote(Receipt receipt) {
        this.receipt = receipt;
    }

    /** Empty where nothing was told. */
    String key() {
        return key;
    }

    @Override
    public Optional<String> upstreamId() {
        return receipt.upstreamId();
    }

    @Override
    public void keep(String upstreamId) {
        receipt.keep(upstreamId);
    }

    @Override
    public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
        if (credential != null) {
            key = credential;
        }
        receipt.billed(requestId, credential, cost);
    }
}
