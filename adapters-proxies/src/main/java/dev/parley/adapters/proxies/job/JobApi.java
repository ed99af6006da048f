package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one upstream is spoken to: what it is sent, and what its answers mean. No clock, no I/O. */
public interface JobApi {

    /** For messages. */
    String name();

    /** The header that shows who we are. */
    Map.Entry<String, String> credential(String key);

    /**
     * Asks for a rendering.
     *
     * @param doorbell where the upstream may say that it is done
     */
    Call submission(RenderRequest request, Optional<URI> doorbell);

    /** The job's id in the answer to a submission; empty where there is none. */
    Optional<String> job(JsonNode accepted);

    /** Asks how a job stands. */
    Call question(String job);

    JobState state(JsonNode answer);

    /** What an error answer means by this upstream's own words; empty where only its status tells. */
    Optional<Failure> meaning(ErrorAnswer answer);

    /** What the request costs by the upstream's price list; null where there is none. */
    @Nullable
    BigDecimal listPrice(RenderRequest request);
}
