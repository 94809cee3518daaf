import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOutside, firstDay, isDate, lastDay } from "../../graphkit/explorer/assets/dates.mjs";

test("a date is a year, a month or a day", () => {
  for (const text of ["2021", "2021-08", "2021-08-26", "0000"]) assert.equal(isDate(text), true, text);
});

test("anything else is no date", () => {
  const others = ["", "21", "20211", "2021-8", "2021-", "2021-08-", "2021-08-26T10:00", " 2021", "2021\n", "2021/08", "-2021", "٢٠٢١", "<b>"];
  for (const text of others) assert.equal(isDate(text), false, JSON.stringify(text));
});

test("a partial date stands for the whole of it", () => {
  const cases = [
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-08", "2021-08-01", "2021-08-31"],
    ["2021-08-26", "2021-08-26", "2021-08-26"],
    ["2021-02", "2021-02-01", "2021-02-31"],
  ];
  for (const [date, first, last] of cases) assert.deepEqual([firstDay(date), lastDay(date)], [first, last]);
});

test("what touches the interval is inside", () => {
  const dates = ["2020", "2020-06", "2020-06-15", "2021-01-01", null, ""];
  const outside = (since, until) => [...datesOutside(dates, since, until)];
  assert.deepEqual(outside("2020-06-16", ""), [0, 0, 1, 0, 1, 1]);
  assert.deepEqual(outside("2020-07", ""), [0, 1, 1, 0, 1, 1]);
  assert.deepEqual(outside("", "2020-06-14"), [0, 0, 1, 1, 1, 1]);
  assert.deepEqual(outside("", "2020"), [0, 0, 0, 1, 1, 1]);
  assert.deepEqual(outside("2021", "2020"), [1, 1, 1, 1, 1, 1]);
  assert.deepEqual([...datesOutside([], "2020", "2021")], []);
});
