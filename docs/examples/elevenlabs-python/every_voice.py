"""Calls every method of ElevenLabs' client for voices that callers make, as Parley serves them: a test, rather than an example.

PARLEY_API_KEY=sk-test-... PARLEY_OTHER_KEY=sk-test-... .venv/bin/python every_voice.py http://127.0.0.1:8080

The other key belongs to another account, which must not know of what is made here.
"""

import base64
import io
import math
import os
import struct
import sys
import wave

from elevenlabs.client import ElevenLabs
from elevenlabs.core.api_error import ApiError

client = ElevenLabs(base_url=sys.argv[1], api_key=os.environ["PARLEY_API_KEY"])
other = ElevenLabs(base_url=sys.argv[1], api_key=os.environ["PARLEY_OTHER_KEY"])

DESCRIPTION = "An old sailor, hoarse and friendly, with an Irish accent"
TEXT = (
    "Well now, my friend, sit down beside me and listen, for I have seen the sea when it was young,"
    " and I shall tell you of it."
)


def recording(name):
    """A tone of two seconds, as a WAV of 16,000 samples a second."""
    file = io.BytesIO()
    with wave.open(file, "wb") as tone:
        tone.setnchannels(1)
        tone.setsampwidth(2)
        tone.setframerate(16_000)
        for i in range(32_000):
            tone.writeframes(struct.pack("<h", round(8000 * math.sin(2 * math.pi * 330 * i / 16_000))))
    return (name, file.getvalue(), "audio/wav")


def failure(call, status):
    try:
        made = call()
        if hasattr(made, "__next__"):
            b"".join(made)
    except ApiError as error:
        assert error.status_code == status, error
        return
    raise AssertionError("it succeeded")


def speak(who, voice):
    return b"".join(who.text_to_speech.convert(voice, text="Good evening.", model_id="eleven_multilingual_v2"))


def is_unknown_to_others(voice):
    failure(lambda: speak(other, voice), 404)
    failure(lambda: other.voices.get(voice), 404)
    failure(lambda: other.voices.update(voice, name="Mine"), 404)
    failure(lambda: other.voices.delete(voice), 404)


def a_designed_voice():
    designed = client.text_to_voice.design(voice_description=DESCRIPTION, text=TEXT, output_format="mp3_44100_128")
    assert len(designed.previews) == 3 and designed.text == TEXT
    preview = designed.previews[0]
    assert len(base64.b64decode(preview.audio_base_64)) > 1000
    heard = b"".join(client.text_to_voice.preview.stream(preview.generated_voice_id))
    assert len(heard) > 1000
    failure(lambda: other.text_to_voice.preview.stream(preview.generated_voice_id), 404)
    voice = client.text_to_voice.create(
        voice_name="The Sailor", voice_description=DESCRIPTION, generated_voice_id=preview.generated_voice_id
    )
    assert voice.name == "The Sailor" and voice.category == "generated", voice
    assert len(speak(client, voice.voice_id)) > 1000
    is_unknown_to_others(voice.voice_id)
    client.voices.delete(voice.voice_id)


def a_cloned_voice():
    clone = client.voices.ivc.create(
        name="Ada", files=[recording("one.wav"), recording("two.wav")], labels='{"age": "old"}'
    )
    assert not clone.requires_verification
    assert len(speak(client, clone.voice_id)) > 1000
    is_unknown_to_others(clone.voice_id)
    client.voices.update(clone.voice_id, name="Eve")
    voice = client.voices.get(clone.voice_id)
    assert voice.name == "Eve" and voice.category == "cloned", voice
    client.voices.delete(clone.voice_id)
    failure(lambda: client.voices.delete(clone.voice_id), 404)


def what_is_wrong_is_told():
    failure(lambda: client.text_to_voice.design(voice_description="short", text=TEXT), 400)
    failure(lambda: client.voices.ivc.create(name="Ada", files=[("a.wav", b"no audio")]), 422)


for check in (a_designed_voice, a_cloned_voice, what_is_wrong_is_told):
    check()
    print("ok", check.__name__)
