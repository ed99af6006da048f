// Calls every method of ElevenLabs' client that Parley serves, and checks what comes back: a test, rather than an example.
//
//   PARLEY_API_KEY=sk-... node every-method.mjs http://127.0.0.1:8080 http://127.0.0.1:8081
//
// The second address is a gateway where the same key has hardly any credits.

import assert from 'node:assert/strict';
import { ElevenLabsClient, ElevenLabsError } from '@elevenlabs/elevenlabs-js';
import { UnprocessableEntityError } from '@elevenlabs/elevenlabs-js/api/index.js';

const [baseUrl, poorUrl] = process.argv.slice(2);
const apiKey = process.env.PARLEY_API_KEY;
const client = new ElevenLabsClient({ baseUrl, apiKey });
const inputs = [
  { text: 'Did you finish the report?', voiceId: 'Rachel' },
  { text: 'Almost.', voiceId: 'Domi' },
];
const text = inputs.map((input) => input.text).join('');

async function bytes(stream) {
  let count = 0;
  for await (const chunk of stream) {
    count += chunk.length;
  }
  return count;
}

/** The error that a call must end with. */
async function failure(call, statusCode, status) {
  const error = await call().then(
    () => assert.fail('it succeeded'),
    (thrown) => thrown,
  );
  assert.ok(error instanceof ElevenLabsError, `${error}`);
  assert.equal(error.statusCode, statusCode, error.message);
  if (status) {
    assert.equal(error.body.detail.status, status);
    assert.equal(error.body.detail.request_id, error.rawResponse.headers.get('x-request-id'));
  }
  return error;
}

const checks = {
  async dialogue() {
    const { data, rawResponse } = await client.textToDialogue.convert({ inputs }).withRawResponse();
    const size = await bytes(data);
    assert.ok(size > 20_000, `${size} bytes`);
    assert.equal(rawResponse.headers.get('content-length'), `${size}`);
    assert.equal(rawResponse.headers.get('character-cost'), `${text.length}`);
    assert.equal(rawResponse.headers.get('request-id'), rawResponse.headers.get('x-parley-task-id'));
  },

  async dialogueWithEverything() {
    const stream = await client.textToDialogue.convert({
      inputs,
      modelId: 'eleven_v3',
      languageCode: 'en',
      settings: { stability: 0.5 },
      pronunciationDictionaryLocators: [],
      seed: 4294967295,
      applyTextNormalization: 'auto',
      outputFormat: 'pcm_24000',
      enableLogging: true,
    });
    assert.ok((await bytes(stream)) > 48_000);
  },

  async dialogueAsWave() {
    const stream = await client.textToDialogue.convert({ inputs, outputFormat: 'wav_24000' });
    const reader = stream.getReader();
    const { value } = await reader.read();
    assert.equal(Buffer.from(value).subarray(0, 4).toString(), 'RIFF');
    await reader.cancel();
  },

  async dialogueStream() {
    assert.ok((await bytes(await client.textToDialogue.stream({ inputs }))) > 20_000);
  },

  async dialogueWithTimestamps() {
    const answer = await client.textToDialogue.convertWithTimestamps({ inputs });
    assert.equal(answer.alignment.characters.join(''), text);
    assert.deepEqual(answer.voiceSegments.map((segment) => segment.voiceId), ['Rachel', 'Domi']);
    assert.equal(answer.voiceSegments[1].characterStartIndex, inputs[0].text.length);
    assert.equal(answer.voiceSegments[1].characterEndIndex, text.length);
    assert.ok(Buffer.from(answer.audioBase64, 'base64').length > 20_000);
  },

  async dialogueStreamWithTimestamps() {
    let heard = '';
    let size = 0;
    const { data } = await client.textToDialogue.streamWithTimestamps({ inputs }).withRawResponse();
    for await (const piece of data) {
      heard += piece.alignment?.characters.join('') ?? '';
      size += Buffer.from(piece.audioBase64, 'base64').length;
      assert.ok(Array.isArray(piece.voiceSegments));
    }
    assert.equal(heard, text);
    assert.ok(size > 20_000);
  },

  async speech() {
    const stream = await client.textToSpeech.convert('Rachel', {
      text,
      modelId: 'eleven_multilingual_v2',
      voiceSettings: { stability: 0.5, similarityBoost: 0.75, style: 0, useSpeakerBoost: true, speed: 1 },
      previousText: 'Before.',
      nextText: 'After.',
    });
    assert.ok((await bytes(stream)) > 20_000);
  },

  async speechStream() {
    assert.ok((await bytes(await client.textToSpeech.stream('Rachel', { text, optimizeStreamingLatency: 0 }))) > 20_000);
  },

  async speechWithTimestamps() {
    const answer = await client.textToSpeech.convertWithTimestamps('Rachel', { text });
    assert.equal(answer.alignment.characters.join(''), text);
    assert.equal(answer.alignment.characterStartTimesSeconds.length, text.length);
  },

  async speechStreamWithTimestamps() {
    let heard = '';
    for await (const piece of await client.textToSpeech.streamWithTimestamps('Rachel', { text })) {
      heard += piece.alignment?.characters.join('') ?? '';
    }
    assert.equal(heard, text);
  },

  async requestsFollowOneAnother() {
    const first = await client.textToSpeech.convert('Rachel', { text }).withRawResponse();
    await bytes(first.data);
    const previousRequestIds = [first.rawResponse.headers.get('request-id')];
    assert.ok((await bytes(await client.textToSpeech.convert('Rachel', { text, previousRequestIds }))) > 20_000);
  },

  async voices() {
    const all = await client.voices.getAll();
    assert.ok(all.voices.length > 10);
    const page = await client.voices.search({ pageSize: 3, sort: 'name', sortDirection: 'asc' });
    assert.equal(page.voices.length, 3);
    assert.equal(page.hasMore, true);
    assert.equal(page.totalCount, all.voices.length);
    const next = await client.voices.search({ pageSize: 3, sort: 'name', nextPageToken: page.nextPageToken });
    assert.notEqual(next.voices[0].voiceId, page.voices[0].voiceId);
    const voice = await client.voices.get(all.voices[0].voiceId);
    assert.equal(voice.name, all.voices[0].name);
    assert.equal((await client.voices.settings.get(voice.voiceId)).stability, 0.5);
    assert.equal((await client.voices.settings.getDefault()).similarityBoost, 0.75);
  },

  async models() {
    const models = await client.models.list();
    const v3 = models.find((model) => model.modelId === 'eleven_v3');
    assert.equal(v3.canDoTextToSpeech, true);
    assert.ok(v3.languages.length > 0);
  },

  async account() {
    const user = await client.user.get();
    const subscription = await client.user.subscription.get();
    assert.equal(user.subscription.status, 'active');
    assert.ok(subscription.characterLimit > subscription.characterCount);
  },

  async wrongKey() {
    const stranger = new ElevenLabsClient({ baseUrl, apiKey: 'sk-wrong' });
    await failure(() => stranger.textToDialogue.convert({ inputs }), 401, 'invalid_api_key');
    await failure(() => stranger.models.list(), 401, 'invalid_api_key');
  },

  async unknownVoice() {
    const nobody = [{ text: 'Hello?', voiceId: 'Nobody of this name' }];
    await failure(() => client.textToDialogue.stream({ inputs: nobody }), 404, 'voice_not_found');
    await failure(() => client.textToSpeech.convert('Nobody of this name', { text }), 404, 'voice_not_found');
    await failure(() => client.voices.get('Nobody of this name'), 404, 'voice_not_found');
  },

  async tooLong() {
    const long = [{ text: 'word '.repeat(1001), voiceId: 'Rachel' }];
    await failure(() => client.textToDialogue.convert({ inputs: long }), 400, 'max_character_limit_exceeded');
  },

  async unknownModel() {
    await failure(() => client.textToDialogue.convert({ inputs, modelId: 'eleven_v99' }), 404, 'model_not_found');
  },

  async wrongStability() {
    const settings = { stability: 0.3 };
    await failure(() => client.textToDialogue.convert({ inputs, settings }), 400, 'invalid_ttd_stability');
  },

  async notOfTheForm() {
    const error = await failure(() => client.textToDialogue.convert({ inputs: [] }), 422);
    assert.ok(error instanceof UnprocessableEntityError);
    assert.deepEqual(error.body.detail[0].loc, ['body', 'inputs']);
  },

  async creditsShort() {
    const poor = new ElevenLabsClient({ baseUrl: poorUrl, apiKey });
    await failure(() => poor.textToDialogue.convert({ inputs }), 401, 'quota_exceeded');
    await failure(() => poor.textToSpeech.stream('Rachel', { text }), 401, 'quota_exceeded');
  },

  /** A stream that ends before its time is an error, never a short audio. */
  async brokenOff() {
    const long = [{ text: 'All happy families are alike. '.repeat(160), voiceId: 'Rachel' }];
    const { data, rawResponse } = await client.textToDialogue
      .stream({ inputs: long, outputFormat: 'pcm_48000' })
      .withRawResponse();
    const reader = data.getReader();
    await reader.read();
    const cancelled = await fetch(`${baseUrl}/v1/tasks/${rawResponse.headers.get('request-id')}/cancel`, {
      method: 'POST',
      headers: { 'xi-api-key': apiKey },
    });
    assert.equal(cancelled.status, 200);
    await assert.rejects(async () => {
      while (!(await reader.read()).done);
    });
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.log(`ok ${name}`);
}
