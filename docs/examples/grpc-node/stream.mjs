// Streams a dialogue from Parley over gRPC into a file, knowing nothing but the proto files.
//
//   npm install
//   PARLEY_API_KEY=sk-... node stream.mjs 127.0.0.1:9090 dialogue.mp3
//
// Arguments: the gateway's gRPC address, and where the audio goes.
// PARLEY_API_KEY  the key to call with; required
// PARLEY_MODEL    the model to ask for; elevenlabs-text-to-dialogue-v3 otherwise
// PARLEY_PROTO    the folder that holds parley/v1; the one of this repository otherwise
//
// Prints the task's id, the time to the first audio, the size, the SHA-256 once it equals the gateway's, and the charge.
// Ends with status 1, and without the file, if anything is wrong.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const PROTO = process.env.PARLEY_PROTO ?? fileURLToPath(new URL('../../../app-grpc/src/main/proto', import.meta.url));
const MODEL = process.env.PARLEY_MODEL ?? 'elevenlabs-text-to-dialogue-v3';
const MICROS_PER_CREDIT = 1_000_000;

const request = {
  model: MODEL,
  input: {
    dialogue: [
      { text: 'Hey! Did you finish the report?', voice: '21m00Tcm4TlvDq8ikWAM' },
      { text: 'Almost. Just adding the final numbers now.', voice: 'AZnzlk1XvdvUeBnXmlld' },
    ],
    stability: 0.5,
    output_format: 'mp3_44100_128',
  },
};

async function main(address, file) {
  const key = process.env.PARLEY_API_KEY;
  if (!address || !file || !key) {
    throw new Error('usage: PARLEY_API_KEY=sk-... node stream.mjs ADDRESS FILE');
  }
  const client = connect(address);
  try {
    await stream(client, key, file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    client.close();
  }
}

function connect(address) {
  const definition = protoLoader.loadSync('parley/v1/dialogue_service.proto', {
    includeDirs: [PROTO],
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const { DialogueService } = grpc.loadPackageDefinition(definition).parley.v1;
  return new DialogueService(address, grpc.credentials.createInsecure());
}

async function stream(client, key, file) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  const begun = performance.now();
  const call = client.StreamDialogue(request, metadata, { deadline: Date.now() + 120_000 });
  const audio = createWriteStream(file);
  const hash = createHash('sha256');
  let bytes = 0;
  let end;

  // Iterating is back-pressure: while the disk is slow nothing is read, and the gateway stops asking the provider.
  for await (const message of call) {
    switch (message.event) {
      case 'started':
        console.log(`task ${message.started.task_id}`);
        message.started.warnings.forEach((warning) => console.error(`warning: ${warning}`));
        break;
      case 'audio':
        if (bytes === 0) {
          console.log(`first audio after ${Math.round(performance.now() - begun)} ms`);
        }
        bytes += message.audio.data.length;
        hash.update(message.audio.data);
        if (!audio.write(message.audio.data)) {
          await once(audio, 'drain');
        }
        break;
      case 'finished':
        end = message.finished;
        break;
      default: // timings, and whatever later versions add
    }
  }
  audio.end();
  await finished(audio);
  report(end, bytes, hash.digest('hex'));
}

function report(end, bytes, sha256) {
  if (!end || end.bytes !== bytes || end.sha256 !== sha256) {
    throw new Error(`the audio is not what was sent: ${bytes} bytes, sha256 ${sha256}, against ${JSON.stringify(end)}`);
  }
  console.log(`bytes ${bytes}`);
  console.log(`sha256 ${sha256} verified`);
  console.log(`charge ${end.charge_micros / MICROS_PER_CREDIT} credits`);
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
