// Before the coach's page: counts what our Python tells, and has the figure move with each of them.
(() => {
  const TURN_S = 4;
  globalThis.told_ms = [];
  globalThis.Worker = class extends globalThis.Worker {
    constructor(url, wishes) {
      super(url, wishes);
      if (!String(url).includes("python.worker")) return;
      // Heard before the page hears it. Whoever stands before the camera is still; this body is not.
      this.addEventListener("message", ({ data }) => {
        if (data.kind !== "event") return;
        globalThis.told_ms.push(performance.now());
        Object.assign(data.event, { standing: "ready", unseen: null, share: (1 - Math.cos((2 * Math.PI * performance.now()) / 1000 / TURN_S)) / 2 });
      });
    }
  };
})();
