"""Speaks a dialogue through Parley with ElevenLabs' own client. Only the base URL and the key are Parley's.

python -m venv .venv && .venv/bin/pip install -r requirements.txt
PARLEY_API_KEY=sk-... .venv/bin/python speak.py http://127.0.0.1:8080 dialogue.mp3
"""

import os
import sys

from elevenlabs import DialogueInput
from elevenlabs.client import ElevenLabs

base_url, file = sys.argv[1:]
client = ElevenLabs(base_url=base_url, api_key=os.environ["PARLEY_API_KEY"])

audio = client.text_to_dialogue.stream(
    inputs=[
        DialogueInput(text="Did you finish the report?", voice_id="Rachel"),
        DialogueInput(text="Almost.", voice_id="Domi"),
    ]
)
with open(file, "wb") as out:
    for piece in audio:
        out.write(piece)
