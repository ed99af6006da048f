"""Calls every method of ElevenLabs' client that Parley serves, and checks what comes back: a test, rather than an example.

PARLEY_API_KEY=sk-... .venv/bin/python every_method.py http://127.0.0.1:8080 http://127.0.0.1:8081

The second address is a gateway where the same key has hardly any credits.
"""

import base64
import os
import sys
import urllib.request

from elevenlabs import DialogueInput, VoiceSettings
from elevenlabs.client import ElevenLabs
from elevenlabs.core.api_error import ApiError
from elevenlabs.errors import UnprocessableEntityError

BASE_URL, POOR_URL = sys.argv[1:]
KEY = os.environ["PARLEY_API_KEY"]
INPUTS = [
    DialogueInput(text="Did you finish the report?", voice_id="Rachel"),
    DialogueInput(text="Almost.", voice_id="Domi"),
]
TEXT = "".join(turn.text for turn in INPUTS)

client = ElevenLabs(base_url=BASE_URL, api_key=KEY)


def size(pieces):
    return sum(len(piece) for piece in pieces)


def failure(call, status_code, status=None):
    """The error that a call must end with."""
    try:
        result = call()
        if hasattr(result, "__next__"):
            size(result)
    except ApiError as error:
        assert error.status_code == status_code, error
        if status:
            assert error.body["detail"]["status"] == status, error.body
        return error
    raise AssertionError("it succeeded")


def dialogue():
    with client.text_to_dialogue.with_raw_response.convert(inputs=INPUTS) as answer:
        heard = size(answer.data)
        assert heard > 20_000
        assert answer.headers["content-length"] == str(heard)
        assert answer.headers["character-cost"] == str(len(TEXT))
        assert answer.headers["request-id"] == answer.headers["x-parley-task-id"]


def dialogue_stream():
    assert size(client.text_to_dialogue.stream(inputs=INPUTS, output_format="pcm_24000", seed=4294967295)) > 48_000


def dialogue_with_timestamps():
    answer = client.text_to_dialogue.convert_with_timestamps(inputs=INPUTS)
    assert "".join(answer.alignment.characters) == TEXT
    assert [segment.voice_id for segment in answer.voice_segments] == ["Rachel", "Domi"]
    assert answer.voice_segments[1].character_end_index == len(TEXT)
    assert len(base64.b64decode(answer.audio_base_64)) > 20_000


def dialogue_stream_with_timestamps():
    pieces = list(client.text_to_dialogue.stream_with_timestamps(inputs=INPUTS))
    assert "".join("".join(piece.alignment.characters) for piece in pieces if piece.alignment) == TEXT
    assert sum(len(base64.b64decode(piece.audio_base_64)) for piece in pieces) > 20_000


def speech():
    settings = VoiceSettings(stability=0.5, similarity_boost=0.75, style=0.0, use_speaker_boost=True, speed=1.0)
    audio = client.text_to_speech.convert("Rachel", text=TEXT, voice_settings=settings, previous_text="Before.")
    assert size(audio) > 20_000


def speech_stream():
    assert size(client.text_to_speech.stream("Rachel", text=TEXT, optimize_streaming_latency=0)) > 20_000


def speech_with_timestamps():
    answer = client.text_to_speech.convert_with_timestamps("Rachel", text=TEXT)
    assert "".join(answer.alignment.characters) == TEXT


def speech_stream_with_timestamps():
    pieces = list(client.text_to_speech.stream_with_timestamps("Rachel", text=TEXT))
    assert "".join("".join(piece.alignment.characters) for piece in pieces if piece.alignment) == TEXT


def voices():
    everybody = client.voices.get_all().voices
    assert len(everybody) > 10
    page = client.voices.search(page_size=3, sort="name", sort_direction="asc")
    assert len(page.voices) == 3 and page.has_more and page.total_count == len(everybody)
    following = client.voices.search(page_size=3, sort="name", next_page_token=page.next_page_token)
    assert following.voices[0].voice_id != page.voices[0].voice_id
    assert client.voices.get(everybody[0].voice_id).name == everybody[0].name
    assert client.voices.settings.get(everybody[0].voice_id).stability == 0.5
    assert client.voices.settings.get_default().similarity_boost == 0.75


def models():
    assert any(model.model_id == "eleven_v3" and model.can_do_text_to_speech for model in client.models.list())


def account():
    assert client.user.get().subscription.status == "active"
    subscription = client.user.subscription.get()
    assert subscription.character_limit > subscription.character_count


def wrong_key():
    stranger = ElevenLabs(base_url=BASE_URL, api_key="sk-wrong")
    failure(lambda: stranger.text_to_dialogue.convert(inputs=INPUTS), 401, "invalid_api_key")
    failure(lambda: stranger.models.list(), 401, "invalid_api_key")


def unknown_voice():
    nobody = [DialogueInput(text="Hello?", voice_id="Nobody of this name")]
    failure(lambda: client.text_to_dialogue.stream(inputs=nobody), 404, "voice_not_found")
    failure(lambda: client.text_to_speech.convert("Nobody of this name", text=TEXT), 404, "voice_not_found")
    failure(lambda: client.voices.get("Nobody of this name"), 404, "voice_not_found")


def too_long():
    long = [DialogueInput(text="word " * 1001, voice_id="Rachel")]
    failure(lambda: client.text_to_dialogue.convert(inputs=long), 400, "max_character_limit_exceeded")


def not_of_the_form():
    error = failure(lambda: client.text_to_dialogue.convert(inputs=[]), 422)
    assert isinstance(error, UnprocessableEntityError)


def credits_short():
    poor = ElevenLabs(base_url=POOR_URL, api_key=KEY)
    failure(lambda: poor.text_to_dialogue.convert(inputs=INPUTS), 401, "quota_exceeded")


def broken_off():
    """A stream that ends before its time is an error, never a short audio."""
    long = [DialogueInput(text="All happy families are alike. " * 160, voice_id="Rachel")]
    with client.text_to_dialogue.with_raw_response.stream(inputs=long, output_format="pcm_48000") as answer:
        next(answer.data)
        task = answer.headers["request-id"]
        cancel = urllib.request.Request(
            f"{BASE_URL}/v1/tasks/{task}/cancel", data=b"", headers={"xi-api-key": KEY}, method="POST"
        )
        urllib.request.urlopen(cancel).close()
        try:
            size(answer.data)
        except Exception as error:
            assert "incomplete" in str(error) or "closed" in str(error), error
            return
    raise AssertionError("it ended as if all were heard")


CHECKS = [
    dialogue,
    dialogue_stream,
    dialogue_with_timestamps,
    dialogue_stream_with_timestamps,
    speech,
    speech_stream,
    speech_with_timestamps,
    speech_stream_with_timestamps,
    voices,
    models,
    account,
    wrong_key,
    unknown_voice,
    too_long,
    not_of_the_form,
    credits_short,
    broken_off,
]
for check in CHECKS:
    check()
    print("ok", check.__name__)
