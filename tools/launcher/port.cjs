'use strict';

const net = require('node:net');
const { PlainError } = require('./plain-error.cjs');

const DEFAULT_PORT = 3000;

/** Reads the PORT setting; refuses what is no port. */
function readPort(text) {
  if (!text) return DEFAULT_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new PlainError(
    `PORT is "${text}"; it must be a number from 1 to 65535, for example PORT=3001 npm start`,
  );
}

/** Refuses a port that somebody else listens on, before anything slow is done for it. */
async function refuseTakenPort(port) {
  // Another program may hold every address of the machine or the loopback address alone: try both.
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryToListen(port, host);
    if (code === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} is taken by another program. Stop that one, or choose another port:\n\n` +
          `  PORT=${port === 65_535 ? DEFAULT_PORT : port + 1} npm start`,
      );
    }
    if (code === 'EACCES') {
      throw new PlainError(
        `You may not listen on port ${port}: choose one above 1023, for example PORT=3001 npm start`,
      );
    }
  }
}

/** A port that is free at the moment on the loopback address. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The error code of listening there, or undefined when it worked. */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

module.exports = { freePort, readPort, refuseTakenPort };
