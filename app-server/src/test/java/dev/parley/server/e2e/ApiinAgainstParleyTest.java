package dev.parley.server.e2e;

import dev.parley.adapters.proxies.apiin.ApiinFactory;
import dev.parley.ports.provider.VoiceProviderFactory;

final class ApiinAgainstParleyTest extends ParleyAsUpstreamContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new ApiinFactory();
    }
}
