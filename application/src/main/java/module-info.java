/** The walks. */
module dev.parley.application {
    requires transitive dev.parley.ports;
    requires static transitive org.jspecify;
    requires bcrypt;
    requires io.github.bucket4j.core;
    requires io.github.resilience4j.circuitbreaker;
    requires java.sql;

    exports dev.parley.application;
    exports dev.parley.application.access;
    exports dev.parley.application.account;
    exports dev.parley.application.admin;
    exports dev.parley.application.audio;
    exports dev.parley.application.catalog;
    exports dev.parley.application.notify;
    exports dev.parley.application.session;
    exports dev.parley.application.stream;
    exports dev.parley.application.submit;
    exports dev.parley.application.task;
    exports dev.parley.application.turns;
    exports dev.parley.application.voice;
    exports dev.parley.application.work;
}
