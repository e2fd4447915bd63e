// A camera of the page's own making: a blank picture. `pullCamera` takes it away.
(() => {
  const tracks = [];
  const opened = async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 480];
    const brush = canvas.getContext("2d");
    const paint = (shade) => {
      brush.fillStyle = `rgb(${shade} 120 90)`;
      brush.fillRect(0, 0, 640, 480);
    };
    // Few pictures: the eyes wait for an answer to each, and here the test gives the answers.
    [40, 80, 120].forEach((shade, n) => setTimeout(() => paint(shade), 100 * n));
    const stream = canvas.captureStream();
    tracks.push(...stream.getTracks());
    return stream;
  };
  const refused = async () => {
    throw new DOMException("no", "NotAllowedError");
  };
  const devices = { getUserMedia: () => (globalThis.isCameraRefused ? refused() : opened()) };
  Object.defineProperty(navigator, "mediaDevices", { value: devices, configurable: true });
  globalThis.pullCamera = () => tracks.forEach((track) => {
    track.stop();
    track.dispatchEvent(new Event("ended"));
  });
})();
