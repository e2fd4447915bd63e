// Before the coach's page: counts what our Python tells, and has the figure move with each of them.
(() => {
  const TURN_S = 4;
  // As `movement.placing` tells of who lies on the back, the right side to the camera.
  const placeAt = (share) => {
    const hip = [0.5, 0.6 - 0.08 * share];
    return {
      seen_from: "right", side: null, hip, shoulder: [0.3, 0.62], trunk: 0.2,
      line: [[0.24, 0.61], [0.3, 0.62], hip, [0.62, 0.45], [0.7, 0.62]],
      reach: { rest: [0.5, 0.6], own: [0.5, 0.52] },
    };
  };
  globalThis.told_ms = [];
  globalThis.Worker = class extends globalThis.Worker {
    constructor(url, wishes) {
      super(url, wishes);
      if (!String(url).includes("python.worker")) return;
      // Heard before the page hears it. Whoever stands before the camera is still; this body is not.
      this.addEventListener("message", ({ data }) => {
        if (data.kind !== "event") return;
        globalThis.told_ms.push(performance.now());
        const share = (1 - Math.cos((2 * Math.PI * performance.now()) / 1000 / TURN_S)) / 2;
        Object.assign(data.event, { standing: share > 0.5 ? "out" : "ready", unseen: null, share, place: placeAt(share) });
      });
    }
  };
})();
