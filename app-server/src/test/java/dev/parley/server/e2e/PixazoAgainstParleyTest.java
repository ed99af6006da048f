package dev.parley.server.e2e;

import dev.parley.adapters.proxies.pixazo.PixazoFactory;
import dev.parley.plugins.testkit.Behavior;
import dev.parley.ports.provider.VoiceProviderFactory;

final class PixazoAgainstParleyTest extends ParleyAsUpstreamContract {

    @Override
    protected boolean has(Behavior behavior) {
        return behavior != Behavior.KEEPS_THE_LENGTH_OF_MUSIC && super.has(behavior);
    }

    @Override
    protected VoiceProviderFactory factory() {
        return new PixazoFactory();
    }
}
