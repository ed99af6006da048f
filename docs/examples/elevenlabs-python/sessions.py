"""Opens sessions with ElevenLabs' client, and prints what became of each as JSON: a test, rather than an example.

PARLEY_API_KEY=sk-test-... .venv/bin/python sessions.py http://127.0.0.1:8080 speech|transcript|private|public

'private' asks for leave to speak to the agent first, by the key. 'public' does not, and shows no key at all: Parley refuses that.
"""

import asyncio
import base64
import json
import math
import os
import struct
import sys
import threading

from elevenlabs import VoiceSettings
from elevenlabs.client import ElevenLabs
from elevenlabs.conversational_ai.conversation import AudioInterface, Conversation
from elevenlabs.core.api_error import ApiError
from elevenlabs.realtime import AudioFormat, RealtimeEvents

BASE_URL = sys.argv[1]
client = ElevenLabs(base_url=BASE_URL, api_key=os.environ["PARLEY_API_KEY"])
SECOND = b"".join(struct.pack("<h", round(8000 * math.sin(2 * math.pi * 330 * i / 16_000))) for i in range(16_000))


def speech():
    """Their client insists on TLS here, whatever the address says; a gateway on loopback has none."""
    client.text_to_speech._ws_base_url = BASE_URL.replace("http", "ws", 1)
    outcome = {"bytes": 0, "whole": False}
    try:
        for piece in client.text_to_speech.convert_realtime(
            "Rachel",
            text=iter(["Good morning. ", "Did you sleep well? "]),
            model_id="eleven_flash_v2_5",
            voice_settings=VoiceSettings(stability=0.5),  # Their client breaks where there are none.
        ):
            outcome["bytes"] += len(piece)
        outcome["whole"] = True
    except ApiError as error:
        outcome["status"], outcome["error"] = error.status_code, str(error.body)
    except Exception as error:  # What breaks the connection has no class of its own.
        outcome["error"] = repr(error)
    return outcome


def transcript():
    return asyncio.run(transcribed())


async def transcribed():
    outcome = {"started": False, "partials": 0, "committed": [], "errors": [], "closed": False}
    over = asyncio.Event()
    try:
        connection = await client.speech_to_text.realtime.connect(
            {"model_id": "scribe_v2_realtime", "audio_format": AudioFormat.PCM_16000, "sample_rate": 16_000}
        )
    except Exception as error:
        outcome["errors"].append(repr(error))
        return outcome

    def committed(data):
        outcome["committed"].append(data["text"])
        over.set()

    def closed(*_):
        outcome["closed"] = True
        over.set()

    connection.on(RealtimeEvents.SESSION_STARTED, lambda _: outcome.update(started=True))
    connection.on(RealtimeEvents.PARTIAL_TRANSCRIPT, lambda _: outcome.update(partials=outcome["partials"] + 1))
    connection.on(RealtimeEvents.COMMITTED_TRANSCRIPT, committed)
    connection.on(RealtimeEvents.ERROR, lambda data: outcome["errors"].append(str(data)))
    connection.on(RealtimeEvents.CLOSE, closed)
    try:
        for _ in range(2):
            await connection.send({"audio_base_64": base64.b64encode(SECOND).decode()})
        await connection.commit()
    except Exception as error:
        outcome["errors"].append(repr(error))
    await asyncio.wait_for(over.wait(), 30)
    await connection.close()
    return outcome


class NoDevice(AudioInterface):
    """Says a second of tone, and counts what it is told."""

    def __init__(self):
        self.bytes = 0
        self.heard = threading.Event()

    def start(self, input_callback):
        input_callback(SECOND)

    def stop(self):
        pass

    def output(self, audio):
        self.bytes += len(audio)
        self.heard.set()

    def interrupt(self):
        pass


def conversation(requires_auth):
    device = NoDevice()
    said = []
    ended = threading.Event()
    talk = Conversation(
        client,
        "agent_parley",
        requires_auth=requires_auth,
        audio_interface=device,
        callback_agent_response=said.append,
        callback_end_session=ended.set,
    )
    outcome = {"bytes": 0, "said": said}
    try:
        talk.start_session()
    except ApiError as error:
        outcome["status"] = error.status_code
        return outcome
    outcome["heard"] = device.heard.wait(20 if requires_auth else 3)
    talk.end_session()
    outcome["id"] = talk.wait_for_session_end()
    outcome["bytes"] = device.bytes
    return outcome


which = {
    "speech": speech,
    "transcript": transcript,
    "private": lambda: conversation(requires_auth=True),
    "public": lambda: conversation(requires_auth=False),
}
print(json.dumps(which[sys.argv[2]]()))
