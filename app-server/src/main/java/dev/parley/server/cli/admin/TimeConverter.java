package dev.parley.server.cli.admin;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 30s, 15m and 24h, as the settings are written. */
final class TimeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'" + text + "' is no time such as 30s, 15m or 24h");
        }
    }
}
