package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.MODEL;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a caller may get wrong in a way that both edges can say, and what either must answer. */
record BadInput(String name, Ask ask, Expected expected) {

    /** A request in neither edge's words. */
    record Ask(
            @Nullable String model,
            List<Said> turns,
            @Nullable Double stability,
            @Nullable String language,
            @Nullable String format,
            @Nullable String callback) {

        ObjectNode toJson() {
            var body = JSON.createObjectNode();
            if (model != null) {
                body.put("model", model);
            }
            if (callback != null) {
                body.put("callback_url", callback);
            }
            var input = body.putObject("input");
            var dialogue = input.putArray("dialogue");
            turns.forEach(said -> {
                var turn = dialogue.addObject();
                turn.put("text", said.text());
                if (said.voice() != null) {
                    turn.put("voice", said.voice());
                }
            });
            if (stability != null) {
                input.put("stability", stability);
            }
            if (language != null) {
                input.put("language_code", language);
            }
            if (format != null) {
                input.put("output_format", format);
            }
            return body;
        }

        DialogueInput toInput() {
            var input = DialogueInput.newBuilder();
            turns.forEach(said -> {
                var turn = DialogueTurn.newBuilder().setText(said.text());
                if (said.voice() != null) {
                    turn.setVoice(said.voice());
                }
                input.addDialogue(turn);
            });
            if (stability != null) {
                input.setStability(stability);
            }
            if (language != null) {
                input.setLanguageCode(language);
            }
            if (format != null) {
                input.setOutputFormat(format);
            }
            return input.build();
        }
    }

    record Said(String text, @Nullable String voice) {}

    /**
     * What both edges answer.
     *
     * @param field that is named; null where none is to blame
     */
    record Expected(
            int http,
            String code,
            Status.Code grpc,
            String reason,
            @Nullable String field) {}

    static List<BadInput> all() {
        return List.of(
                new BadInput("no model", ask(null, hello()), invalid("model")),
                new BadInput(
                        "unknown model",
                        ask("gpt-speak", hello()),
                        new Expected(404, "model_not_found", Status.Code.NOT_FOUND, "MODEL_NOT_FOUND", null)),
                new BadInput("empty dialogue", ask(MODEL), invalid("input.dialogue")),
                new BadInput(
                        "blank text", ask(MODEL, hello(), new Said(" \n", "Aria")), invalid("input.dialogue[1].text")),
                new BadInput("empty text", ask(MODEL, new Said("", "Aria")), invalid("input.dialogue[0].text")),
                new BadInput("no voice", ask(MODEL, new Said("Hello", null)), invalid("input.dialogue[0].voice")),
                new BadInput(
                        "unknown voice",
                        ask(MODEL, hello(), new Said("Hi", "Nobody")),
                        invalid("input.dialogue[1].voice")),
                new BadInput(
                        "control character",
                        ask(MODEL, new Said("a\u0000b", "Aria")),
                        invalid("input.dialogue[0].text")),
                new BadInput("11 voices", ask(MODEL, elevenVoices()), invalid("input.dialogue")),
                new BadInput(
                        "5,001 characters", ask(MODEL, new Said("x".repeat(5001), "Aria")), invalid("input.dialogue")),
                new BadInput("stability .3", withStability(.3), invalid("input.stability")),
                new BadInput("stability -1", withStability(-1), invalid("input.stability")),
                new BadInput(
                        "unknown language",
                        new Ask(MODEL, List.of(hello()), null, "tlh", null, null),
                        invalid("input.language_code")),
                new BadInput(
                        "unknown format",
                        new Ask(MODEL, List.of(hello()), null, null, "mp3_1_1", null),
                        invalid("input.output_format")));
    }

    private static Said[] elevenVoices() {
        return IntStream.range(0, 11)
                .mapToObj(i -> new Said("Hello", "%020d".formatted(i)))
                .toArray(Said[]::new);
    }

    private static Ask withStability(double stability) {
        return new Ask(MODEL, List.of(hello()), stability, null, null, null);
    }

    private static Ask ask(@Nullable String model, Said... turns) {
        return new Ask(model, new ArrayList<>(Arrays.asList(turns)), null, null, null, null);
    }

    private static Said hello() {
        return new Said("Hello", "Aria");
    }

    private static Expected invalid(String field) {
        return new Expected(400, "invalid_request", Status.Code.INVALID_ARGUMENT, "INVALID_REQUEST", field);
    }

    @Override
    public String toString() {
        return name;
    }
}
