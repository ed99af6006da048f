/** What the inside asks of the outside. */
module dev.parley.ports {
    requires transitive dev.parley.domain;
    requires static transitive org.jspecify;

    exports dev.parley.ports.audio;
    exports dev.parley.ports.provider;
    exports dev.parley.ports.store;
    exports dev.parley.ports.webhook;
}
