// SPDX-License-Identifier: Apache-2.0
//
// Log-sum-exp and softmax in JavaScript, put before the gate by the protocol of docs/chapters/protocol.md:
//
//   ./softlaw verify --subject-command 'node examples/javascript/subject.mjs'
import { createInterface } from 'node:readline';

function logsumexp(x) {
  const m = x.reduce((a, b) => Math.max(a, b), -Infinity);
  return m + Math.log(x.reduce((sum, v) => sum + Math.exp(v - m), 0));
}

function softmax(x) {
  const m = x.reduce((a, b) => Math.max(a, b), -Infinity);
  const e = x.map((v) => Math.exp(v - m));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
}

// Numbers and the hexadecimal digits of their bits, 16 each.
function readNumbers(digits) {
  const bytes = Buffer.from(digits, 'hex');
  return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleBE(8 * i));
}

function writeNumbers(values) {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => bytes.writeDoubleBE(value, 8 * i));
  return bytes.toString('hex');
}

const functions = { logsumexp: (x) => [logsumexp(x)], softmax };

function answer(line) {
  const [number, name, , x] = line.split(' ');
  try {
    return `${number} ${writeNumbers(functions[name](readNumbers(x.slice(1, -1))))}`;
  } catch (error) {
    return `${number} ! ${error}`;
  }
}

const say = (line) => process.stdout.write(`softlaw: ${line}\n`);

['protocol 1', 'name textbook in JavaScript', 'contract 4ulp', 'binary64 logsumexp softmax', 'ready'].forEach(say);
createInterface({ input: process.stdin }).on('line', (line) => say(answer(line)));
