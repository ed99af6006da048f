package dev.parley.domain.session;

import dev.parley.domain.render.Kind;
import java.util.List;

/**
 * A talk with an agent that the provider runs. A message of text counts as a second of sound: it is answered, too.
 *
 * @param agent the provider's id of it
 */
public record ConversationRequest(String model, String agent, List<Setting> settings, Load most)
        implements SessionRequest {
    public ConversationRequest {
        settings = List.copyOf(settings);
    }

    @Override
    public Kind kind() {
        return Kind.CONVERSATION;
    }
}
