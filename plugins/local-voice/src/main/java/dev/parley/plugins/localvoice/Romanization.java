package dev.parley.plugins.localvoice;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Any script in ASCII, and only in characters that FreeTTS knows how to read. */
final class Romanization {

    /** What common typography and symbols are read as. Also spares most European text the loading of ICU. */
    private static final Map<Character, String> READ_AS = Map.ofEntries(
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201c', "\""),
            Map.entry('\u201d', "\""),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', ", "),
            Map.entry('\u2026', "..."),
            Map.entry('\u00a0', " "),
            Map.entry('\u00df', "ss"),
            Map.entry('\u00e6', "ae"),
            Map.entry('\u0153', "oe"),
            Map.entry('\u00f8', "o"),
            Map.entry('\u0142', "l"),
            Map.entry('\u20ac', " euros "),
            Map.entry('\u00a3', " pounds "),
            Map.entry('\u3002', "."),
            Map.entry('\u3001', ","),
            Map.entry('\uff0c', ","),
            Map.entry('\uff01', "!"),
            Map.entry('\uff1f', "?"),
            Map.entry('\u060c', ","),
            Map.entry('\u061f', "?"),
            Map.entry('\u0964', "."),
            Map.entry('&', " and "),
            Map.entry('@', " at "),
            Map.entry('+', " plus "),
            Map.entry('=', " equals "));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final String READABLE = " '\".,:;!?()-$%/";

    private Romanization() {}

    /** Blank where nothing is left that has a sound. */
    static String of(String text) {
        String plain = readAs(text);
        if (!needsIcu(plain)) {
            return readable(plain);
        }
        String withoutMarks =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return readable(needsIcu(withoutMarks) ? readAs(Icu.TO_ASCII.transliterate(plain)) : withoutMarks);
    }

    private static String readAs(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            result.append(READ_AS.getOrDefault(character, String.valueOf(character)));
        }
        return result.toString();
    }

    private static boolean needsIcu(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x80 && Character.isLetterOrDigit(c));
    }

    private static String readable(String text) {
        var result = new StringBuilder(text.length());
        text.chars()
                .map(c -> c < 0x80 && (Character.isLetterOrDigit(c) || READABLE.indexOf(c) >= 0) ? c : ' ')
                .forEach(c -> result.append((char) c));
        return result.toString().strip();
    }

    /** Loaded when the first text needs it: it takes a moment. */
    private static final class Icu {
        static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
