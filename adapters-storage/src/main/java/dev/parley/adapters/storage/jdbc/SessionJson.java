package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.Setting;
import java.util.ArrayList;
import java.util.List;

/** What sessions have in common, inside of what {@link RequestJson} stores. */
final class SessionJson {

    private SessionJson() {}

    static void write(ObjectNode json, SessionRequest session) {
        json.put("characters_max", session.most().characters())
                .put("audio_max_millis", session.most().audio().toMillis());
        var settings = json.putArray("settings");
        session.settings()
                .forEach(setting ->
                        settings.addObject().put("name", setting.name()).put("value", setting.value()));
    }

    static Load most(JsonNode json) {
        return new Load(member(json, "characters_max").intValue(), millis(json, "audio_max_millis"));
    }

    static List<Setting> settings(JsonNode json) {
        List<Setting> settings = new ArrayList<>();
        member(json, "settings").forEach(one -> settings.add(new Setting(string(one, "name"), string(one, "value"))));
        return settings;
    }
}
