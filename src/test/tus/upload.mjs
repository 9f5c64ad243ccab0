// Uploads a file with tus-js-client, is cut off on the way and goes on; prints what it saw as JSON.
// retry: the connection breaks, and the client tries again by itself
// return: the upload is given up, and a new one finds where it was
// node upload.mjs retry|return <address of the API> <key> <file>
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import tus from 'tus-js-client';

const CUT_AFTER = 11 * 1024 * 1024; // bytes: in the middle of the second piece

const [scenario, address, key, file] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${key}` };
const seen = { cuts: 0, resumedAt: [] };

// Passes bytes on to the server; once there were enough of them and some count, cuts it off.
async function listen(cutOff) {
  const { hostname, port } = new URL(address);
  let passed = 0;
  const proxy = net.createServer((client) => {
    const server = net.connect(port, hostname);
    const close = () => [client, server].forEach((socket) => socket.destroy());
    [client, server].forEach((socket) => socket.on('error', close).on('close', close));
    server.pipe(client);
    client.on('data', async (bytes) => {
      passed += bytes.length;
      const more = server.write(bytes);
      if (seen.cuts === 0 && passed > CUT_AFTER) {
        seen.cuts += 1;
        client.pause();
        await cutOff(close);
      } else if (!more) {
        client.pause();
        server.once('drain', () => client.resume());
      }
    });
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${proxy.address().port}`;
}

function begin(endpoint) {
  let finish;
  const finished = new Promise((resolve, reject) => (finish = { resolve, reject }));
  const upload = new tus.Upload(fs.createReadStream(file), {
    endpoint: `${endpoint}/api/v1/uploads/resumable`,
    headers,
    metadata: { filename: 'from node.pdf', filetype: 'application/pdf' },
    retryDelays: [200, 500, 1000, 2000, 4000],
    urlStorage: new tus.FileUrlStorage(`${file}.urls`),
    onAfterResponse: (request, response) => {
      if (request.getMethod() === 'HEAD') {
        seen.resumedAt.push(Number(response.getHeader('Upload-Offset')));
      }
      seen.document = response.getHeader('Content-Location') ?? seen.document;
    },
    onSuccess: finish.resolve,
    onError: finish.reject,
  });
  return { upload, finished, giveUp: () => upload.abort().then(finish.resolve) };
}

function pathOf(upload) {
  return new URL(upload.url).pathname;
}

async function untilBytesCount(upload) {
  const request = { method: 'HEAD', headers: { ...headers, 'Tus-Resumable': '1.0.0' } };
  const offset = async () =>
    Number((await fetch(address + pathOf(upload), request)).headers.get('Upload-Offset'));
  while ((await offset()) === 0) {
    await sleep(50);
  }
}

let current;
const endpoint = await listen(async (breakConnection) => {
  await untilBytesCount(current.upload);
  await (scenario === 'retry' ? breakConnection() : current.giveUp());
});

current = begin(endpoint);
current.upload.start();
await current.finished;

if (scenario === 'return') {
  current = begin(endpoint);
  const [previous] = await current.upload.findPreviousUploads();
  current.upload.resumeFromPreviousUpload(previous);
  current.upload.start();
  await current.finished;
}
console.log(JSON.stringify({ ...seen, upload: pathOf(current.upload) }));
process.exit(0);
