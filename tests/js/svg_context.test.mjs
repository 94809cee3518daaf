import assert from "node:assert/strict";
import { test } from "node:test";
import { SvgContext } from "../../graphkit/explorer/assets/svg_context.mjs";

const measuring = { font: "", measureText(text) { return { width: text.length, font: this.font }; } };
const context = () => new SvgContext(measuring);

/** What the drawing leaves between the ground and the end of the file. */
function drawn(paint) {
  const svg = context();
  paint(svg);
  return svg.parts.join("\n");
}

test("an empty picture is a file with a ground", () => {
  assert.equal(context().file(30, 20, "#fff"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20">\n'
    + '<rect width="100%" height="100%" fill="#fff"/>\n\n</svg>\n');
});

test("lines and areas keep colour, width and strength", () => {
  const paint = (svg) => {
    Object.assign(svg, { strokeStyle: "#123456", lineWidth: 3, globalAlpha: 0.5, lineJoin: "round", fillStyle: "red" });
    svg.beginPath();
    svg.moveTo(1, 2);
    svg.lineTo(3.456, 4);
    svg.closePath();
    svg.stroke();
    svg.fill();
  };
  assert.equal(drawn(paint),
    '<path d="M1 2L3.46 4Z" fill="none" stroke="#123456" stroke-width="3" stroke-linejoin="round" opacity="0.5"/>\n'
    + '<path d="M1 2L3.46 4Z" fill="red" opacity="0.5"/>');
});

test("a path begins where its first line leads", () => {
  assert.match(drawn((svg) => { svg.beginPath(); svg.lineTo(1, 1); svg.lineTo(2, 2); svg.fill(); }), /d="M1 1L2 2"/);
});

test("moves and scales are worked in, and taken back", () => {
  const paint = (svg) => {
    svg.save();
    svg.translate(10, 20);
    svg.scale(2);
    svg.translate(1, 0);
    svg.lineWidth = 1.5;
    svg.beginPath();
    svg.moveTo(1, 1);
    svg.stroke();
    svg.restore();
    svg.beginPath();
    svg.moveTo(1, 1);
    svg.stroke();
  };
  const [inside, outside] = drawn(paint).split("\n");
  assert.match(inside, /d="M14 22".* stroke-width="3"/);
  assert.match(outside, /d="M1 1".* stroke-width="1"/);
});

test("restoring what was never saved changes nothing", () => {
  const svg = context();
  svg.fillStyle = "blue";
  svg.restore();
  assert.equal(svg.fillStyle, "blue");
});

test("a circle is two halves", () => {
  const paint = (svg) => { svg.beginPath(); svg.arc(0, 0, 5, 0, 2 * Math.PI); svg.fill(); };
  assert.match(drawn(paint), /d="M5 0A5 5 0 0 1 -5 0A5 5 0 0 1 5 0"/);
});

test("text and colours stay text", () => {
  const paint = (svg) => {
    Object.assign(svg, { font: '12px "Segoe UI"', textBaseline: "middle", fillStyle: '"/><script>' });
    svg.fillText("</text><script>alert(1)</script>\u0000 & “é” 😀", 1, 2);
  };
  assert.equal(drawn(paint),
    '<text x="1" y="2" style="font:12px &quot;Segoe UI&quot;" dominant-baseline="central" fill="&quot;/&gt;&lt;script&gt;" opacity="1">'
    + "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;\ufffd &amp; “é” 😀</text>");
});

test("outlined text has no filling, words are measured in their font", () => {
  assert.match(drawn((svg) => svg.strokeText("x", 0, 0)), /^<text x="0" y="0" style="font:10px sans-serif" fill="none" stroke="#000"/);
  const svg = context();
  svg.font = "bold 9px serif";
  assert.deepEqual(svg.measureText("four"), { width: 4, font: "bold 9px serif" });
});
