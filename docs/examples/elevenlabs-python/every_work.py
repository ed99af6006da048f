"""Calls every method of ElevenLabs' client for music, sounds and recordings that Parley serves: a test, rather than an example.

PARLEY_API_KEY=sk-test-... .venv/bin/python every_work.py http://127.0.0.1:8080

With a key of the sandbox, or with any other where somebody makes all of it.
"""

import io
import math
import os
import struct
import sys
import time
import wave

from elevenlabs import MusicPrompt, SongSection
from elevenlabs.client import ElevenLabs
from elevenlabs.core.api_error import ApiError

SECONDS = 2

# Where `tone.wav` can be fetched by the gateway; nothing is fetched where it is not set.
MEDIA = os.environ.get("PARLEY_MEDIA_URL")

client = ElevenLabs(base_url=sys.argv[1], api_key=os.environ["PARLEY_API_KEY"])

PLAN = MusicPrompt(
    positive_global_styles=["calm"],
    negative_global_styles=[],
    sections=[
        SongSection(
            section_name="Verse",
            positive_local_styles=[],
            negative_local_styles=[],
            duration_ms=3000,
            lines=["Good morning"],
        )
    ],
)


def recording():
    """A tone, as a WAV of 16,000 samples a second."""
    file = io.BytesIO()
    with wave.open(file, "wb") as tone:
        tone.setnchannels(1)
        tone.setsampwidth(2)
        tone.setframerate(16_000)
        for i in range(16_000 * SECONDS):
            tone.writeframes(struct.pack("<h", round(8000 * math.sin(2 * math.pi * 330 * i / 16_000))))
    return ("tone.wav", file.getvalue(), "audio/wav")


def length(pieces):
    """Seconds of MP3 at a constant 128 kbit/s."""
    return len(b"".join(pieces)) * 8 / 128_000


def failure(call, status_code):
    """The error that a call must end with."""
    try:
        result = call()
        if hasattr(result, "__next__"):
            b"".join(result)
    except ApiError as error:
        assert error.status_code == status_code, error
        return
    raise AssertionError("it succeeded")


def music_by_prompt():
    made = length(client.music.compose(prompt="a waltz", music_length_ms=3000, output_format="mp3_44100_128"))
    assert abs(made - 3) < 0.5, made


def music_as_a_stream():
    made = length(client.music.stream(composition_plan=PLAN, output_format="mp3_44100_128"))
    assert abs(made - 3) < 0.5, made


def music_in_detail():
    answer = client.music.compose_detailed(composition_plan=PLAN, output_format="mp3_44100_128")
    assert answer.json["composition_plan"]["sections"][0]["section_name"] == "Verse", answer.json
    assert isinstance(answer.json["song_metadata"]["genres"], list)
    assert len(answer.audio) > 30_000, len(answer.audio)


def a_plan_for_music():
    plan = client.music.composition_plan.create(prompt="a waltz", music_length_ms=10_000)
    assert sum(section.duration_ms for section in plan.sections) == 10_000, plan


def stems():
    archive = b"".join(client.music.separate_stems(file=recording(), stem_variation_id="two_stems_v1"))
    assert archive.startswith(b"PK\x03\x04") and b"vocals" in archive


def another_voice():
    for method in (client.speech_to_speech.convert, client.speech_to_speech.stream):
        made = length(
            method(
                "Rachel", audio=recording(), model_id="eleven_multilingual_sts_v2", output_format="mp3_44100_128"
            )
        )
        assert made > 0.5, made


def a_sound():
    made = length(
        client.text_to_sound_effects.convert(
            text="a door that closes", duration_seconds=1.5, output_format="mp3_44100_128"
        )
    )
    assert abs(made - 1.5) < 0.5, made


def a_transcript():
    told = client.speech_to_text.convert(file=recording(), model_id="scribe_v1", diarize=True, keyterms=["Parley"])
    assert told.text and told.words and told.language_code, told


def a_transcript_of_an_address():
    if MEDIA:
        told = client.speech_to_text.convert(source_url=MEDIA + "/tone.wav?signature=1", model_id="scribe_v1")
        assert told.text, told


def a_dub():
    for source in [{"file": recording()}] + ([{"source_url": MEDIA + "/tone.wav"}] if MEDIA else []):
        made = client.dubbing.create(target_lang="es", name="Tone", **source)
        assert made.expected_duration_sec == SECONDS, made
        dub = client.dubbing.get(made.dubbing_id)
        for _ in range(120):
            if dub.status != "dubbing":
                break
            time.sleep(0.25)
            dub = client.dubbing.get(made.dubbing_id)
        assert (dub.status, dub.target_languages, dub.name) == ("dubbed", ["es"], "Tone"), dub
        sound = length(client.dubbing.audio.get(made.dubbing_id, "es"))
        assert 0.5 < sound < SECONDS + 0.5, sound
        failure(lambda: client.dubbing.audio.get(made.dubbing_id, "de"), 404)
        listed = client.dubbing.list(dubbing_status="dubbed").dubs
        assert made.dubbing_id in [one.dubbing_id for one in listed], listed
        assert client.dubbing.delete(made.dubbing_id).status == "ok"
        failure(lambda: client.dubbing.audio.get(made.dubbing_id, "es"), 404)


def what_cannot_be_fetched_is_told():
    failure(lambda: client.dubbing.create(target_lang="es", source_url="http://192.168.0.1/secret"), 422)
    failure(lambda: client.dubbing.create(target_lang="Spanish", file=recording()), 400)
    failure(lambda: client.speech_to_text.convert(model_id="scribe_v1", source_url="http://10.0.0.1/a"), 422)
    if MEDIA:
        failure(lambda: client.speech_to_text.convert(model_id="scribe_v1", source_url=MEDIA + "/nothing"), 422)


def what_is_wrong_is_told():
    failure(lambda: client.music.compose(prompt="x" * 5000), 400)
    failure(lambda: client.speech_to_text.convert(file=("x.wav", b"no audio"), model_id="scribe_v1"), 422)
    failure(lambda: client.speech_to_speech.convert("Nobody At All", audio=recording()), 404)


for check in (
    music_by_prompt,
    music_as_a_stream,
    music_in_detail,
    a_plan_for_music,
    stems,
    another_voice,
    a_sound,
    a_transcript,
    a_transcript_of_an_address,
    a_dub,
    what_cannot_be_fetched_is_told,
    what_is_wrong_is_told,
):
    check()
    print("ok", check.__name__)
