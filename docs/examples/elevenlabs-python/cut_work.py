"""Calls every method for music, sounds and recordings once, and prints what became of each as JSON: for a test of an upstream
that is cut off in the middle.

PARLEY_API_KEY=sk-... .venv/bin/python cut_work.py http://127.0.0.1:8080
"""

import io
import json
import os
import sys
import wave

from elevenlabs.client import ElevenLabs

client = ElevenLabs(base_url=sys.argv[1], api_key=os.environ["PARLEY_API_KEY"])
ONCE = {"max_retries": 0}


def recording():
    """A second of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as silence:
        silence.setnchannels(1)
        silence.setsampwidth(2)
        silence.setframerate(16_000)
        silence.writeframes(bytes(32_000))
    return ("silence.wav", file.getvalue(), "audio/wav")


def drained(pieces):
    return len(b"".join(pieces))


CALLS = {
    "compose": lambda: drained(client.music.compose(prompt="a waltz", music_length_ms=4000, request_options=ONCE)),
    "stream": lambda: drained(client.music.stream(prompt="a waltz", music_length_ms=4000, request_options=ONCE)),
    "stems": lambda: drained(client.music.separate_stems(file=recording(), request_options=ONCE)),
    "sound": lambda: drained(
        client.text_to_sound_effects.convert(text="a door", duration_seconds=2, request_options=ONCE)
    ),
    "voice": lambda: drained(client.speech_to_speech.convert("Rachel", audio=recording(), request_options=ONCE)),
    "voiceStream": lambda: drained(client.speech_to_speech.stream("Rachel", audio=recording(), request_options=ONCE)),
    "transcript": lambda: len(
        client.speech_to_text.convert(file=recording(), model_id="scribe_v2", request_options=ONCE).text
    ),
}

outcomes = {}
for name, call in CALLS.items():
    try:
        outcomes[name] = {"whole": True, "bytes": call()}
    except Exception as error:  # Their classes of errors differ from call to call.
        outcomes[name] = {"whole": False, "error": repr(error)}
print(json.dumps(outcomes))
