// Reads a zlib-stream gateway with Node's own zlib: one inflate context for the connection, messages that end in 00 00 FF FF.
import zlib from 'node:zlib';
import WebSocket from 'ws';

const [gateway, token] = process.argv.slice(2);
const inflate = zlib.createInflate({ flush: zlib.constants.Z_SYNC_FLUSH });
const socket = new WebSocket(`${gateway}?v=10&encoding=json&compress=zlib-stream`);
const seen = [];
let buffered = '';
let suffixes = 0;

inflate.on('data', (part) => {
  buffered += part;
  let payload;
  try {
    payload = JSON.parse(buffered);
  } catch {
    return;
  }
  buffered = '';
  seen.push(payload.t ?? payload.op);
  if (payload.op === 10) socket.send(JSON.stringify({ op: 2, d: { token, intents: 1, properties: { os: 'linux', browser: 'x', device: 'x' } } }));
  if (payload.t === 'GUILD_CREATE') {
    console.log(JSON.stringify({ what: 'stream', seen, suffixes }));
    socket.close();
  }
});
socket.on('message', (data, isBinary) => {
  if (isBinary && data.subarray(-4).equals(Buffer.from([0, 0, 0xff, 0xff]))) suffixes++;
  inflate.write(data);
});
socket.on('error', (error) => console.log(JSON.stringify({ what: 'error', message: String(error) })));
