import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Translate } from "#kernel/messages.ts";
import { openLive, type Topic } from "#platform/live/live.ts";

const swedish = Object.assign((key: string) => key, { language: "sv" }) as unknown as Translate;
const english = Object.assign((key: string) => key, { language: "en" }) as unknown as Translate;

function opened() {
  const live = openLive(() => undefined);
  onTestFinished(() => live.stop());
  return live;
}

/** Something that changes, and how often it was read and drawn. */
function something(about = "a room") {
  const seen = { value: 1, reads: 0, drawn: 0, fails: false };
  const topic: Topic = {
    key: about,
    about,
    read: async () => {
      seen.reads += 1;
      await wait(5);
      if (seen.fails) throw new Error("away");
      const { value } = seen;
      return { mark: String(value), what: value, told: () => ({ value, drawing: (seen.drawn += 1) }) };
    },
  };
  return { seen, topic };
}

/** What one watcher has been told. */
function watcher(stream: ReadableStream<Uint8Array>) {
  const heard: number[] = [];
  const state = { ended: false };
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return void (state.ended = true);
      for (const [, said] of decoder.decode(value).matchAll(/data: (.*)/g))
        heard.push((JSON.parse(said!) as { told: { value: number } }).told.value);
    }
  })();
  return { heard, state, leave: () => reader.cancel() };
}

test("whoever comes is told how it stands, and then of every change, read and drawn once for all of them", async () => {
  const live = opened();
  const { seen, topic } = something();
  const watchers = Array.from({ length: 200 }, () => watcher(live.stream(topic, swedish, undefined)));
  await vi.waitFor(() => expect(watchers.every(({ heard }) => heard.length === 1)).toBe(true));
  expect(seen.reads).toBe(1);

  seen.value = 2;
  seen.drawn = 0;
  live.heard("a room");
  await vi.waitFor(() => expect(watchers.every(({ heard }) => heard.at(-1) === 2)).toBe(true));
  expect([seen.reads, seen.drawn]).toEqual([2, 1]);
  expect(live.watching()).toBe(200);
});

test("what somebody has already is not told again, and each language is drawn for itself", async () => {
  const live = opened();
  const { seen, topic } = something();
  const [has, lacks, reads] = [
    watcher(live.stream(topic, swedish, "1")),
    watcher(live.stream(topic, swedish, "0")),
    watcher(live.stream(topic, english, undefined)),
  ];
  await vi.waitFor(() => expect([lacks.heard, reads.heard]).toEqual([[1], [1]]));
  expect(has.heard).toEqual([]);
  expect(seen.drawn).toBe(2);
});

test("many changes in a moment are read a few times, and the last of them is told", async () => {
  const live = opened();
  const { seen, topic } = something();
  const one = watcher(live.stream(topic, swedish, undefined));
  await vi.waitFor(() => expect(one.heard).toEqual([1]));
  for (let change = 0; change < 500; change += 1) {
    seen.value += 1;
    live.heard("a room");
    if (change % 50 === 0) await wait(1);
  }
  await vi.waitFor(() => expect(one.heard.at(-1)).toBe(501), { timeout: 3_000 });
  expect(seen.reads).toBeLessThan(8);
});

test("a notice about something else, and one watcher who goes, change nothing for the others", async () => {
  const live = opened();
  const { seen, topic } = something();
  const [stays, goes] = [
    watcher(live.stream(topic, swedish, undefined)),
    watcher(live.stream(topic, swedish, undefined)),
  ];
  await vi.waitFor(() => expect(stays.heard).toEqual([1]));
  await goes.leave();
  live.heard("another room");
  await wait(50);
  expect([seen.reads, live.watching()]).toEqual([1, 1]);
  seen.value = 2;
  live.heard(undefined); // something may have been missed
  await vi.waitFor(() => expect(stays.heard).toEqual([1, 2]));
});

test("a reading that fails is tried again, and whoever asks is told that it failed", async () => {
  const live = opened();
  const { seen, topic } = something();
  seen.fails = true;
  const one = watcher(live.stream(topic, swedish, undefined));
  await expect(live.standing(topic)).rejects.toThrow("away");
  seen.fails = false;
  await vi.waitFor(() => expect(one.heard).toEqual([1]), { timeout: 3_000 });
  expect((await live.standing(topic))?.what).toBe(1);
});

test("when the process stops every stream ends, and none is begun", async () => {
  const live = opened();
  const { topic } = something();
  const before = watcher(live.stream(topic, swedish, undefined));
  await vi.waitFor(() => expect(before.heard).toEqual([1]));
  live.stop();
  const after = watcher(live.stream(topic, swedish, undefined));
  await vi.waitFor(() => expect([before.state.ended, after.state.ended]).toEqual([true, true]));
  expect(live.watching()).toBe(0);
});
