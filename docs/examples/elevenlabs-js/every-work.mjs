// Calls every method of ElevenLabs' client for music, sounds and recordings that Parley serves: a test, rather than an example.
//
//   PARLEY_API_KEY=sk-test-... node every-work.mjs http://127.0.0.1:8080
//
// With a key of the sandbox, or with any other where somebody makes all of it.

import assert from 'node:assert/strict';
import { ElevenLabsClient, ElevenLabsError } from '@elevenlabs/elevenlabs-js';

const [baseUrl] = process.argv.slice(2);
const apiKey = process.env.PARLEY_API_KEY;
const client = new ElevenLabsClient({ baseUrl, apiKey });
const seconds = 2;

/** Where `tone.wav` can be fetched by the gateway; nothing is fetched where it is not set. */
const media = process.env.PARLEY_MEDIA_URL;

/** A tone, as a WAV of 16,000 samples a second. */
function recording() {
  const samples = 16_000 * seconds;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples * 2, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(16_000, 24);
  wave.writeUInt32LE(32_000, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    wave.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 330 * i) / 16_000)), 44 + i * 2);
  }
  return new File([wave], 'tone.wav', { type: 'audio/wav' });
}

const plan = {
  positiveGlobalStyles: ['calm', 'piano'],
  negativeGlobalStyles: ['drums'],
  sections: [
    {
      sectionName: 'Verse',
      positiveLocalStyles: [],
      negativeLocalStyles: [],
      durationMs: 3000,
      lines: ['Good morning'],
    },
    {
      sectionName: 'Chorus',
      positiveLocalStyles: ['louder'],
      negativeLocalStyles: [],
      durationMs: 4000,
      lines: ['Good night'],
    },
  ],
};

async function all(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A dub, once it is done or has failed. */
async function dubbed(dubbingId) {
  for (let i = 0; i < 120; i++) {
    const dub = await client.dubbing.get(dubbingId);
    if (dub.status !== 'dubbing') {
      return dub;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return assert.fail('it takes too long');
}

/** Seconds of MP3 at a constant 128 kbit/s. */
function length(mp3) {
  return (mp3.length * 8) / 128_000;
}

/** The error that a call must end with. */
async function failure(call, statusCode) {
  const error = await call().then(
    () => assert.fail('it succeeded'),
    (thrown) => thrown,
  );
  assert.ok(error instanceof ElevenLabsError, `${error}`);
  assert.equal(error.statusCode, statusCode, error.message);
  return error;
}

const checks = {
  async musicByPrompt() {
    const { data, rawResponse } = await client.music
      .compose({ prompt: 'a waltz for two', musicLengthMs: 3000, outputFormat: 'mp3_44100_128' })
      .withRawResponse();
    const music = await all(data);
    assert.ok(Math.abs(length(music) - 3) < 0.5, `${length(music)} s`);
    assert.equal(rawResponse.headers.get('content-type'), 'audio/mpeg');
    assert.equal(rawResponse.headers.get('request-id'), rawResponse.headers.get('x-parley-task-id'));
  },

  async musicByPlan() {
    const music = await all(
      await client.music.compose({ compositionPlan: plan, respectSectionsDurations: true, outputFormat: 'mp3_44100_128' }),
    );
    assert.ok(Math.abs(length(music) - 7) < 0.5, `${length(music)} s`);
  },

  async musicAsAStream() {
    const music = await all(
      await client.music.stream({ prompt: 'a waltz', musicLengthMs: 4000, outputFormat: 'mp3_44100_128' }),
    );
    assert.ok(Math.abs(length(music) - 4) < 0.5, `${length(music)} s`);
  },

  async musicInDetail() {
    const answer = await client.music.composeDetailed({ compositionPlan: plan, outputFormat: 'mp3_44100_128' });
    assert.equal(answer.json.compositionPlan.sections[1].sectionName, 'Chorus');
    assert.ok(Array.isArray(answer.json.songMetadata.genres));
    assert.match(answer.filename, /\.mp3$/);
    assert.ok(Math.abs(length(answer.audio) - 7) < 0.5, `${length(answer.audio)} s`);
  },

  async aPlanForMusic() {
    const made = await client.music.compositionPlan.create({ prompt: 'a waltz in two parts', musicLengthMs: 10_000 });
    const total = made.sections.reduce((sum, section) => sum + section.durationMs, 0);
    assert.equal(total, 10_000);
    const music = await all(await client.music.stream({ compositionPlan: made, outputFormat: 'mp3_44100_128' }));
    assert.ok(Math.abs(length(music) - 10) < 0.5, `${length(music)} s`);
  },

  async aSongThatIsKept() {
    const { data, rawResponse } = await client.music
      .compose({ prompt: 'a waltz', musicLengthMs: 5000, storeForInpainting: true })
      .withRawResponse();
    await all(data);
    const songId = rawResponse.headers.get('song-id');
    assert.ok(songId);
    const again = {
      ...plan,
      sections: [{ ...plan.sections[0], sourceFrom: { songId, range: { startMs: 0, endMs: 3000 }, negativeRanges: [] } }],
    };
    const music = await all(await client.music.compose({ compositionPlan: again, outputFormat: 'mp3_44100_128' }));
    assert.ok(Math.abs(length(music) - 3) < 0.5, `${length(music)} s`);
  },

  async stems() {
    const { data, rawResponse } = await client.music
      .separateStems({ file: recording(), stemVariationId: 'two_stems_v1' })
      .withRawResponse();
    const zip = await all(data);
    assert.equal(zip.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
    assert.equal(rawResponse.headers.get('content-type'), 'application/zip');
    assert.ok(zip.includes('vocals') && zip.includes('instrumental'));
  },

  async anotherVoice() {
    const changed = await all(
      await client.speechToSpeech.convert('Rachel', {
        audio: recording(),
        modelId: 'eleven_multilingual_sts_v2',
        voiceSettings: JSON.stringify({ stability: 0.5 }),
        outputFormat: 'mp3_44100_128',
      }),
    );
    assert.ok(length(changed) > 0.5, `${length(changed)} s`);
  },

  async anotherVoiceAsAStream() {
    const changed = await all(
      await client.speechToSpeech.stream('Rachel', { audio: recording(), outputFormat: 'mp3_44100_128' }),
    );
    assert.ok(length(changed) > 0.5, `${length(changed)} s`);
  },

  async aSound() {
    const sound = await all(
      await client.textToSoundEffects.convert({
        text: 'a door that closes',
        durationSeconds: 1.5,
        outputFormat: 'mp3_44100_128',
      }),
    );
    assert.ok(Math.abs(length(sound) - 1.5) < 0.5, `${length(sound)} s`);
  },

  async aTranscript() {
    const told = await client.speechToText.convert({
      file: recording(),
      modelId: 'scribe_v1',
      diarize: true,
      tagAudioEvents: false,
      keyterms: ['Parley'],
    });
    assert.ok(told.text.length > 0);
    assert.ok(told.words.length > 0);
    assert.ok(told.languageCode);
  },

  async aTranscriptOfAnAddress() {
    if (media) {
      const told = await client.speechToText.convert({ sourceUrl: `${media}/tone.wav?signature=1`, modelId: 'scribe_v1' });
      assert.ok(told.text.length > 0);
    }
  },

  async aDub() {
    for (const source of media ? [{ file: recording() }, { sourceUrl: `${media}/tone.wav` }] : [{ file: recording() }]) {
      const { dubbingId, expectedDurationSec } = await client.dubbing.create({ ...source, targetLang: 'es', name: 'Tone' });
      assert.equal(expectedDurationSec, seconds);
      const dub = await dubbed(dubbingId);
      assert.deepEqual([dub.status, dub.targetLanguages, dub.name], ['dubbed', ['es'], 'Tone']);
      const sound = await all(await client.dubbing.audio.get(dubbingId, 'es'));
      assert.ok(length(sound) > 0.5 && length(sound) < seconds + 0.5, `${length(sound)} s`);
      await failure(() => client.dubbing.audio.get(dubbingId, 'de'), 404);
      const { dubs } = await client.dubbing.list({ dubbingStatus: 'dubbed' });
      assert.ok(dubs.some((listed) => listed.dubbingId === dubbingId));
      assert.equal((await client.dubbing.delete(dubbingId)).status, 'ok');
      await failure(() => client.dubbing.audio.get(dubbingId, 'es'), 404);
    }
  },

  async whatCannotBeFetchedIsTold() {
    const target = { targetLang: 'es' };
    await failure(() => client.dubbing.create({ ...target, sourceUrl: 'http://192.168.0.1/secret' }), 422);
    await failure(() => client.dubbing.create({ file: recording(), targetLang: 'Spanish' }), 400);
    await failure(() => client.speechToText.convert({ modelId: 'scribe_v1', sourceUrl: 'http://10.0.0.1/a' }), 422);
    if (media) {
      await failure(() => client.speechToText.convert({ modelId: 'scribe_v1', sourceUrl: `${media}/nothing` }), 422);
    }
  },

  async whatIsWrongIsToldBeforeItCosts() {
    await failure(() => client.music.compose({ prompt: 'x'.repeat(5000) }), 400);
    await failure(() => client.speechToSpeech.convert('Nobody At All', { audio: recording() }), 404);
    const file = new File(['not audio at all'], 'tone.wav');
    await failure(() => client.speechToText.convert({ file, modelId: 'scribe_v1' }), 422);
    await failure(() => client.music.separateStems({ file: new File([], 'empty.wav') }), 400);
  },
};

const only = process.argv[3];
for (const [name, check] of Object.entries(checks)) {
  if (!only || only === name) {
    await check();
    console.log(`ok ${name}`);
  }
}
