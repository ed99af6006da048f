package dev.parley.plugins.testkit;

import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session that was led to its end.
 *
 * @param end where the upstream closed it
 */
record SessionTalk(List<Frame> got, @Nullable SessionEnd end) {

    private static final Pattern AUDIO = Pattern.compile("\"audio(?:_base_64)?\"\\s*:\\s*\"([A-Za-z0-9+/=]*)\"");

    /** Says all that the sample says, and takes frames until its last has come. */
    static SessionTalk of(VoiceProvider provider, SessionSample sample, Attempt attempt) throws ProviderException {
        try (Session session = provider.open(sample.request(), attempt)) {
            var sender = new FutureTask<Void>(() -> {
                for (Frame frame : sample.given()) {
                    session.send(frame);
                }
                return null;
            });
            Thread.startVirtualThread(sender);
            return read(session, sample.ends());
        }
    }

    static SessionTalk read(Session session, String ends) throws ProviderException {
        List<Frame> got = new ArrayList<>();
        for (Frame frame = session.next(); frame != null; frame = session.next()) {
            got.add(frame);
            if (!ends.isEmpty() && frame.json().contains(ends)) {
                return new SessionTalk(got, null);
            }
        }
        return new SessionTalk(got, session.end());
    }

    /** What the provider says that came. */
    Load measured() {
        return got.stream().map(Frame::carries).reduce(Load.NONE, Load::plus);
    }

    /** What came. */
    byte[] audio() {
        var bytes = new java.io.ByteArrayOutputStream();
        for (Frame frame : got) {
            var found = AUDIO.matcher(frame.json());
            while (found.find()) {
                bytes.writeBytes(Base64.getDecoder().decode(found.group(1)));
            }
        }
        return bytes.toByteArray();
    }

    boolean saysThatAllIsSaid() {
        return !got.isEmpty() && got.getLast().json().replace(" ", "").matches("(?s).*\"(isFinal|is_final)\":true.*");
    }
}
