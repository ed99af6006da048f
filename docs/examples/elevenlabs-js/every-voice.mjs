// Calls every method of ElevenLabs' client for voices that callers make, as Parley serves them: a test, rather than an example.
//
//   PARLEY_API_KEY=sk-test-... PARLEY_OTHER_KEY=sk-test-... node every-voice.mjs http://127.0.0.1:8080
//
// The other key belongs to another account, which must not know of what is made here.

import assert from 'node:assert/strict';
import { ElevenLabsClient, ElevenLabsError } from '@elevenlabs/elevenlabs-js';

const [baseUrl] = process.argv.slice(2);
const client = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_API_KEY });
const other = new ElevenLabsClient({ baseUrl, apiKey: process.env.PARLEY_OTHER_KEY });

const voiceDescription = 'An old sailor, hoarse and friendly, with an Irish accent';
const text =
  'Well now, my friend, sit down beside me and listen, for I have seen the sea when it was young, and I shall tell you of it.';

/** A tone of two seconds, as a WAV of 16,000 samples a second. */
function recording(name) {
  const samples = 32_000;
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
  return new File([wave], name, { type: 'audio/wav' });
}

async function all(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The error that a call must end with. */
async function failure(call, statusCode) {
  const error = await call().then(
    () => assert.fail('it succeeded'),
    (thrown) => thrown,
  );
  assert.ok(error instanceof ElevenLabsError, `${error}`);
  assert.equal(error.statusCode, statusCode, error.message);
}

const speak = (who, voiceId) =>
  who.textToSpeech.convert(voiceId, { text: 'Good evening.', modelId: 'eleven_multilingual_v2' });
const listed = async (who) => (await who.voices.search({ pageSize: 100 })).voices.map((voice) => voice.voiceId);

/** Nobody but their maker knows of them. */
async function isUnknownToOthers(voiceId) {
  await failure(() => speak(other, voiceId).then(all), 404);
  await failure(() => other.voices.get(voiceId), 404);
  await failure(() => other.voices.update(voiceId, { name: 'Mine' }), 404);
  await failure(() => other.voices.delete(voiceId), 404);
  assert.ok(!(await listed(other)).includes(voiceId));
}

const checks = {
  async aDesignedVoiceIsHeardSavedAndSpokenWith() {
    const designed = await client.textToVoice.design({ voiceDescription, text, outputFormat: 'mp3_44100_128' });
    assert.equal(designed.text, text);
    assert.equal(designed.previews.length, 3);
    const preview = designed.previews[1];
    assert.ok(Buffer.from(preview.audioBase64, 'base64').length > 1000);
    assert.equal(preview.mediaType, 'audio/mpeg');

    assert.ok((await all(await client.textToVoice.preview.stream(preview.generatedVoiceId))).length > 1000);
    await failure(() => other.textToVoice.preview.stream(preview.generatedVoiceId), 404);
    const saving = {
      voiceName: 'The Sailor',
      voiceDescription,
      generatedVoiceId: preview.generatedVoiceId,
      labels: { accent: 'irish' },
    };
    await failure(() => other.textToVoice.create(saving), 404);
    const voice = await client.textToVoice.create(saving);
    assert.equal(voice.name, 'The Sailor');
    assert.equal(voice.category, 'generated');
    assert.equal(voice.labels.accent, 'irish');
    assert.equal(voice.isOwner, true);

    assert.ok((await all(await speak(client, voice.voiceId))).length > 1000);
    assert.ok((await all(await speak(client, 'the sailor'))).length > 1000);
    assert.ok((await listed(client)).includes(voice.voiceId));
    await isUnknownToOthers(voice.voiceId);
    await client.voices.delete(voice.voiceId);
    await failure(() => speak(client, voice.voiceId).then(all), 404);
  },

  async previewsComeWithoutAudioWhereThatIsStreamed() {
    const designed = await client.textToVoice.design({ voiceDescription, autoGenerateText: true, streamPreviews: true });
    const { generatedVoiceId } = designed.previews[0];
    assert.ok((await all(await client.textToVoice.preview.stream(generatedVoiceId))).length > 1000);
  },

  async previewsAreMadeByTheFormerPathToo() {
    const designed = await client.textToVoice.createPreviews({ voiceDescription, text });
    assert.equal(designed.previews.length, 3);
  },

  async aClonedVoiceIsSpokenWithEditedAndDeleted() {
    const clone = await client.voices.ivc.create({
      name: 'Ada',
      files: [recording('one.wav'), recording('two.wav')],
      description: 'calm',
      labels: JSON.stringify({ age: 'old' }),
      removeBackgroundNoise: true,
    });
    assert.equal(clone.requiresVerification, false);
    assert.ok((await all(await speak(client, clone.voiceId))).length > 1000);
    await isUnknownToOthers(clone.voiceId);

    await client.voices.update(clone.voiceId, { name: 'Eve', description: 'calmer' });
    const voice = await client.voices.get(clone.voiceId);
    assert.equal(voice.name, 'Eve');
    assert.equal(voice.category, 'cloned');
    assert.equal(voice.labels.age, 'old');

    assert.equal((await client.voices.delete(clone.voiceId)).status, 'ok');
    await failure(() => client.voices.delete(clone.voiceId), 404);
    assert.ok(!(await listed(client)).includes(clone.voiceId));
  },

  async whatIsWrongIsToldBeforeItCosts() {
    await failure(() => client.textToVoice.design({ voiceDescription: 'short', text }), 400);
    await failure(() => client.textToVoice.design({ voiceDescription, text: 'short' }), 400);
    await failure(() => client.textToVoice.design({ voiceDescription, referenceAudioBase64: 'AAAA' }), 422);
    await failure(() => client.voices.ivc.create({ name: 'Ada', files: [new File(['no audio'], 'a.wav')] }), 422);
    await failure(() => client.voices.delete('21m00Tcm4TlvDq8ikWAM'), 404);
    await failure(() => client.textToVoice.preview.stream('Zz9Yy8Xx7Ww6Vv5Uu4Tt'), 404);
  },
};

const only = process.argv[3];
for (const [name, check] of Object.entries(checks)) {
  if (!only || only === name) {
    await check();
    console.log(`ok ${name}`);
  }
}
