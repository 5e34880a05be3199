import assert from "node:assert/strict";
import { test } from "node:test";
import { Store, type Shelf } from "./store.ts";

const UNSENT = { page: "/werk/w1", version: "4", fields: { goal: ["Samen eten"] } };

function shelf(): Shelf & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

test("text comes back as it was", () => {
  const store = new Store(shelf(), "samira");
  assert.equal(store.put("/save", UNSENT), true);
  assert.deepEqual(store.get("/save"), UNSENT);
});

test("one person never sees the text of another on the same device", () => {
  const device = shelf();
  new Store(device, "samira").put("/save", UNSENT);
  const other = new Store(device, "sam");
  assert.equal(other.get("/save"), undefined);
  assert.deepEqual(other.actions(), []);
});

test("a full device is told, not thrown", () => {
  const full = { ...shelf(), setItem: () => { throw new Error("QuotaExceededError"); } };
  assert.equal(new Store(full, "samira").put("/save", UNSENT), false);
});

test("a device without storage keeps nothing and says so", () => {
  const store = new Store(undefined, "samira");
  assert.equal(store.put("/save", UNSENT), false);
  assert.equal(store.get("/save"), undefined);
  assert.deepEqual(store.actions(), []);
});

test("a damaged record is as good as none", () => {
  const device = shelf();
  device.setItem("ww:unsent:samira:/save", "{half");
  assert.equal(new Store(device, "samira").get("/save"), undefined);
});

test("the actions of all unsent forms are known, and gone after they are dropped", () => {
  const store = new Store(shelf(), "samira");
  store.put("/a", UNSENT);
  store.put("/b", UNSENT);
  store.drop("/a");
  assert.deepEqual(store.actions(), ["/b"]);
});
