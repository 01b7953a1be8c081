/**
 * Lines to the server. Any account of the machine can open them, and each takes one of the files that a process may have: lines that
 * say nothing, or nothing of ours, are cut soon, and the oldest of them make way before the clerk's page is kept waiting.
 */
import type { Server } from "node:http";
import type { Socket } from "node:net";

/** A browser sends its request as soon as the line stands. */
const STRANGERS_WAIT_MS = 3_000;
const MOST_STRANGERS = 32;
const HEADERS_WITHIN_MS = 5_000;
/** The largest attachment over the slowest of this machine's own lines. */
const REQUEST_WITHIN_MS = 60_000;

export interface Lines {
  /** A request on this line came from a page of ours. */
  admit(socket: Socket): void;
}

export function limitLines(server: Server): Lines {
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  const strangers = new Map<Socket, NodeJS.Timeout>();
  const forget = (socket: Socket): void => {
    clearTimeout(strangers.get(socket));
    strangers.delete(socket);
  };
  const wait = (socket: Socket): void => {
    clearTimeout(strangers.get(socket));
    strangers.set(
      socket,
      setTimeout(() => socket.destroy(), STRANGERS_WAIT_MS),
    );
  };
  // a line is not cut under its answer: the page would take it for the end of the program
  server.on("request", ({ socket }, response) => {
    clearTimeout(strangers.get(socket));
    response.once("close", () => {
      if (strangers.has(socket) && !socket.destroyed) wait(socket);
    });
  });
  server.on("connection", (socket) => {
    wait(socket);
    socket.once("close", () => forget(socket));
    // in the order in which they came
    for (const oldest of strangers.keys()) {
      if (strangers.size <= MOST_STRANGERS) break;
      forget(oldest);
      oldest.destroy();
    }
  });
  return { admit: forget };
}
