// Takes the place of the pose worker: answers as it does, and takes frames in from the test.
(() => {
  const Real = globalThis.Worker;
  let port = null;
  let last = null;
  class FakePose {
    postMessage(said) {
      if (said.kind === "init") port = said.port;
      else said.picture.close();
      const { model } = said;
      const answer = said.kind === "init" ? { kind: "ready", model, took_ms: 0 } : { kind: "looked", picture_ms: 0 };
      queueMicrotask(() => this.onmessage?.({ data: answer }));
    }
    terminate() {
      port = null;
    }
  }
  globalThis.Worker = function Worker(url, wishes) {
    if (!String(url).includes("pose.worker")) return new Real(url, wishes);
    last = new FakePose();
    return last;
  };
  globalThis.breakPose = () => last.onerror({ preventDefault() {}, message: "out of memory" });
  globalThis.putFrames = (frames) => {
    for (const frame of frames) {
      const { buffer } = Uint8Array.from(atob(frame), (one) => one.charCodeAt(0));
      port.postMessage(buffer, [buffer]);
    }
  };
})();
