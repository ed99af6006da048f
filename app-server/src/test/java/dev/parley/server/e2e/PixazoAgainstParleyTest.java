package dev.parley.server.e2e;

import dev.parley.adapters.proxies.pixazo.PixazoFactory;
import dev.parley.ports.provider.VoiceProviderFactory;

final class PixazoAgainstParleyTest extends ParleyAsUpstreamContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new PixazoFactory();
    }
}
