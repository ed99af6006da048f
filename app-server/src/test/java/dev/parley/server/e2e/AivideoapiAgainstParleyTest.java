package dev.parley.server.e2e;

import dev.parley.adapters.proxies.aivideoapi.AivideoapiFactory;
import dev.parley.ports.provider.VoiceProviderFactory;

final class AivideoapiAgainstParleyTest extends ParleyAsUpstreamContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new AivideoapiFactory();
    }
}
