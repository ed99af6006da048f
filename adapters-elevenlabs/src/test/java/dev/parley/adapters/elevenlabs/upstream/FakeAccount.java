package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the account has: voices, models and a plan, in the upstream's JSON. */
final class FakeAccount {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> MODELS = List.of(
            "eleven_v3",
            "eleven_multilingual_v2",
            "eleven_flash_v2_5",
            "eleven_flash_v2",
            "eleven_turbo_v2_5",
            "eleven_turbo_v2");

    private final Map<String, String> voices = new LinkedHashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    FakeAccount() {
        voices.put("21m00Tcm4TlvDq8ikWAM", "Rachel - calm, soft");
        voices.put("AZnzlk1XvdvUeBnXmlld", "Domi");
        voices.put("EXAVITQu4vr4xnSDxMaL", "Bella");
        voices.put("ErXwobaYiN019PkySvjV", "Antoni");
    }

    synchronized void addVoice(String id, String name) {
        voices.put(id, name);
    }

    synchronized void addVoice(String id, String name, String category) {
        voices.put(id, name);
        categories.put(id, category);
    }

    synchronized void renameVoice(String id, String name) {
        voices.replace(id, name);
    }

    synchronized void removeVoice(String id) {
        voices.remove(id);
    }

    synchronized Set<String> voiceIds() {
        return Set.copyOf(voices.keySet());
    }

    /** One page, whose token is the index of its first voice. */
    synchronized String voicesPage(int size, int from) {
        ObjectNode page = MAPPER.createObjectNode();
        var rows = page.putArray("voices");
        List<String> ids = List.copyOf(voices.keySet());
        int end = Math.min(ids.size(), from + size);
        ids.subList(Math.min(from, end), end).forEach(id -> rows.add(row(id)));
        page.put("has_more", end < ids.size()).put("total_count", ids.size());
        if (end < ids.size()) {
            page.put("next_page_token", Integer.toString(end));
        } else {
            page.putNull("next_page_token");
        }
        return page.toString();
    }

    synchronized String allVoices() {
        ObjectNode all = MAPPER.createObjectNode();
        voices.keySet().forEach(id -> all.withArray("voices").add(row(id)));
        return all.toString();
    }

    synchronized String voice(String id) {
        return row(id).toString();
    }

    static String models() {
        var models = MAPPER.createArrayNode();
        MODELS.forEach(model ->
                models.addObject().put("model_id", model).put("name", model).put("can_do_text_to_speech", true));
        return models.toString();
    }

    static String subscription() {
        return plan().toString();
    }

    static String user() {
        ObjectNode user = MAPPER.createObjectNode().put("user_id", "user-1").put("workspace_id", "workspace-1");
        user.set("subscription", plan());
        return user.toString();
    }

    private static ObjectNode plan() {
        return MAPPER.createObjectNode()
                .put("tier", "creator")
                .put("character_count", 1000)
                .put("character_limit", 100_000)
                .put("status", "active");
    }

    private ObjectNode row(String id) {
        ObjectNode row = MAPPER.createObjectNode()
                .put("voice_id", id)
                .put("name", voices.get(id))
                .put("category", categories.getOrDefault(id, "premade"))
                .put("preview_url", "https://example.invalid/" + id + ".mp3")
                .putNull("description");
        row.putObject("labels").put("accent", "american").put("gender", "female");
        return row;
    }
}
