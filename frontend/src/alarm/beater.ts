/// <reference lib="webworker" />
/** Beats every so many milliseconds, as it was told; it knows nothing else. */

export {}; // a module, so that what it declares is its own

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener("message", ({ data }) => setInterval(() => self.postMessage(null), Number(data)));
