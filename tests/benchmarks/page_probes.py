"""JavaScript that the benchmark of the page runs in it: before the page's own scripts, or once it is open."""

PROBE = """
window.drawings = 0;
const { clearRect } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.clearRect = function (...box) {
  window.drawings += 1;
  return clearRect.apply(this, box);
};
window.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
window.rest = (ms) => new Promise((done) => setTimeout(done, ms));
window.startCounting = () => {
  const counted = { since: performance.now(), frames: 0, going: true };
  window.counted = counted;
  let seen = window.drawings;
  const next = () => {
    if (window.drawings > seen) counted.frames += 1;
    seen = window.drawings;
    if (counted.going) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
};
window.stopCounting = () => {
  window.counted.going = false;
  return (1000 * window.counted.frames) / (performance.now() - window.counted.since);
};
"""
"""What every page gets before its own scripts."""

WHEN_READY = """
window.firstFrame = new Promise((done) => {
  const look = new MutationObserver(() => {
    look.disconnect();
    window.painted().then(() => done(performance.now()));
  });
  look.observe(document, { subtree: true, attributeFilter: ["data-ready"] });
});
"""
WHEN_STABLE = """
window.firstFrame = new Promise((done) => {
  let network;
  Object.defineProperty(window, "network", {
    configurable: true,
    get: () => network,
    set(made) {
      network = made;
      made.once("stabilizationIterationsDone", () =>
        made.once("afterDrawing", () => window.painted().then(() => done(performance.now()))));
    },
  });
});
"""
FIRST_FRAME = "(ms) => Promise.race([window.firstFrame, window.rest(ms).then(() => null)])"
SOURCE_OFF = """async () => {
  const box = document.querySelector("[data-facet=publication] input[type=checkbox]");
  const start = performance.now();
  box.click();
  await window.painted();
  const took = performance.now() - start;
  await window.rest(300);
  box.click();
  await window.rest(300);
  return took;
}"""
SEARCH = """async (query) => {
  const box = document.querySelector("#search");
  const ask = (wanted) => {
    const start = performance.now();
    box.value = wanted;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return performance.now() - start;
  };
  const took = ask(query);
  await window.rest(100);
  ask("");
  await window.rest(300);
  return took;
}"""
