/** Pure rules. Requires nothing at run time: javac refuses a clock, a socket or a database in here. */
module dev.parley.domain {
    requires static transitive org.jspecify;

    exports dev.parley.domain.account;
    exports dev.parley.domain.audio;
    exports dev.parley.domain.dialogue;
    exports dev.parley.domain.event;
    exports dev.parley.domain.id;
    exports dev.parley.domain.ledger;
    exports dev.parley.domain.music;
    exports dev.parley.domain.recording;
    exports dev.parley.domain.refusal;
    exports dev.parley.domain.render;
    exports dev.parley.domain.session;
    exports dev.parley.domain.sound;
    exports dev.parley.domain.task;
    exports dev.parley.domain.voice;
    exports dev.parley.domain.webhook;
}
