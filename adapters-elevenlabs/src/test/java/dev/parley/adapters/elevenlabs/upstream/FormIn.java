package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a form as it comes. Files are weighed and not kept. */
final class FormIn {

    private static final Pattern PARAMETER = Pattern.compile("; (name|filename)=\"([^\"]*)\"");

    private final InputStream in;
    private final byte[] delimiter;

    private FormIn(InputStream in, String boundary) {
        this.in = new BufferedInputStream(in);
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /** @param in ends with the form */
    static List<FormPart> read(InputStream in, String boundary) throws IOException {
        return new FormIn(in, boundary).parts();
    }

    private List<FormPart> parts() throws IOException {
        List<FormPart> parts = new ArrayList<>();
        if (!line().equals(new String(delimiter, ISO_8859_1).strip())) {
            throw new IOException("the form does not begin with its boundary");
        }
        String after = "";
        while (!after.equals("--")) {
            parts.add(part());
            after = line();
        }
        if (in.read() >= 0) {
            throw new IOException("the form goes on after its end");
        }
        return parts;
    }

    private FormPart part() throws IOException {
        String name = "";
        String fileName = null;
        String type = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Type: ")) {
                type = line.substring("Content-Type: ".length());
            }
            for (Matcher found = PARAMETER.matcher(line); found.find(); ) {
                if (found.group(1).equals("name")) {
                    name = found.group(2);
                } else {
                    fileName = found.group(2);
                }
            }
        }
        return content(name, fileName, type);
    }

    private FormPart content(String name, @Nullable String fileName, @Nullable String type) throws IOException {
        var kept = new ByteArrayOutputStream();
        var digest = sha256();
        long bytes;
        try (var out = new DigestOutputStream(fileName == null ? kept : OutputStream.nullOutputStream(), digest)) {
            bytes = copy(out);
        }
        return new FormPart(
                name,
                fileName,
                type,
                kept.toString(UTF_8),
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Up to the next boundary, which is gone then. Its first byte stands in it once, so a mismatch begins anew. */
    private long copy(OutputStream out) throws IOException {
        long bytes = 0;
        int matched = 0;
        while (matched < delimiter.length) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the form breaks off");
            }
            if (next == delimiter[matched]) {
                matched++;
                continue;
            }
            out.write(delimiter, 0, matched);
            bytes += matched;
            matched = next == delimiter[0] ? 1 : 0;
            if (matched == 0) {
                out.write(next);
                bytes++;
            }
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the form breaks off");
            }
            line.write(next);
        }
        return line.toString(UTF_8).stripTrailing();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
