// Uploads a file with tus-js-client, is cut off on the way and goes on; prints what it saw as JSON.
// node upload.mjs retry|return <address of the API> <key> <file>
import fs from 'node:fs';
import net from 'node:net';
import tus from 'tus-js-client';

const CUT_AFTER = 11 * 1024 * 1024; // bytes: in the middle of a piece, and of the upload

const [scenario, address, key, file] = process.argv.slice(2);
const seen = { cuts: 0, resumedAt: [] };

// Passes bytes on to the server until there were enough of them, then breaks the connection, once.
async function listen() {
  const { hostname, port } = new URL(address);
  let passed = 0;
  const proxy = net.createServer((client) => {
    const server = net.connect(port, hostname);
    const cut = () => [client, server].forEach((socket) => socket.destroy());
    [client, server].forEach((socket) => socket.on('error', cut).on('close', cut));
    server.pipe(client);
    client.on('data', (bytes) => {
      passed += bytes.length;
      if (scenario === 'retry' && seen.cuts === 0 && passed > CUT_AFTER) {
        seen.cuts += 1;
        cut();
      } else if (!server.write(bytes)) {
        client.pause();
        server.once('drain', () => client.resume());
      }
    });
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${proxy.address().port}`;
}

function upload(endpoint, progress) {
  let finish;
  const finished = new Promise((resolve, reject) => (finish = { resolve, reject }));
  const options = {
    endpoint: `${endpoint}/api/v1/uploads/resumable`,
    headers: { Authorization: `Bearer ${key}` },
    metadata: { filename: 'from node.pdf', filetype: 'application/pdf' },
    retryDelays: [200, 500, 1000, 2000, 4000],
    urlStorage: new tus.FileUrlStorage(`${file}.urls`),
    onProgress: (sent) => progress?.(sent, finish.resolve),
    onAfterResponse: (request, response) => {
      if (request.getMethod() === 'HEAD') {
        seen.resumedAt.push(Number(response.getHeader('Upload-Offset')));
      }
      seen.document = response.getHeader('Content-Location') ?? seen.document;
    },
    onSuccess: finish.resolve,
    onError: finish.reject,
  };
  return { upload: new tus.Upload(fs.createReadStream(file), options), finished };
}

const endpoint = await listen();

if (scenario === 'return') {
  const first = upload(endpoint, (sent, done) => {
    if (sent > CUT_AFTER && seen.cuts === 0) {
      seen.cuts += 1;
      first.upload.abort().then(done);
    }
  });
  first.upload.start();
  await first.finished;
}

const { upload: last, finished } = upload(endpoint);
if (scenario === 'return') {
  const [previous] = await last.findPreviousUploads();
  last.resumeFromPreviousUpload(previous);
}
last.start();
await finished;
console.log(JSON.stringify({ ...seen, upload: new URL(last.url).pathname }));
process.exit(0);
