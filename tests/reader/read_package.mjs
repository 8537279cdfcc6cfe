// An independent reader of MeritDesk packages: Node.js and nothing else, written from docs/exchange-format.md alone.
//
//   node read_package.mjs PACKAGE... --identity AGE-SECRET-KEY-1... --signer RWQ... --page docs/exchange-format.md
//
// It verifies every layer (outer zip, minisign, age, inner zip, bag, cells, totals, references, version digests) and
// prints one line of JSON for each package: its label, how many rows each table has, and one record; or what it
// refuses and at which layer (then it ends with code 1). The columns, types and references of the tables are read from
// the page itself.

import crypto from "node:crypto";
import fs from "node:fs";
import zlib from "node:zlib";

class Refusal extends Error {}
const refuse = (layer, why) => { throw new Refusal(`${layer}: ${why}`); };
const sha = (name, ...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash(name)).digest();
const hex = (name, data) => sha(name, data).toString("hex");

// --- 2 the narrow zip -------------------------------------------------------------------------------------------

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
function crc32(data) {
  let sum = 0xffffffff;
  for (const byte of data) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function readZip(data, method, layer, maxMembers, maxSize, ratio = 200) {
  const members = [], directory = [];
  let at = 0, total = 0;
  while (data.length >= at + 4 && data.readUInt32LE(at) === 0x04034b50) {
    const head = data.subarray(at, at + 30);
    if (head.length < 30) refuse(layer, "truncated");
    const [crc, packed, size] = [14, 18, 22].map((place) => head.readUInt32LE(place));
    const nameLength = head.readUInt16LE(26);
    const fixed = [[4, 20], [6, 0], [8, method], [10, 0], [12, 0x21], [28, 0]];
    if (fixed.some(([place, value]) => head.readUInt16LE(place) !== value)) refuse(layer, "local header");
    const nameBytes = data.subarray(at + 30, at + 30 + nameLength);
    const name = nameBytes.toString("latin1");
    if (!/^[\x21-\x7e]+$/.test(name) || members.some((one) => one.name === name)) refuse(layer, "name");
    const start = at + 30 + nameLength, raw = data.subarray(start, start + packed);
    if (raw.length !== packed) refuse(layer, "truncated");
    total += size;
    if (members.length === maxMembers || total > maxSize) refuse(layer, "too large");
    if (method === 8 && size > 1 << 20 && size > ratio * packed) refuse(layer, "ratio");
    let content = raw;
    if (method === 8) {
      try {
        const engine = zlib.inflateRawSync(raw, { maxOutputLength: Math.max(size, 1), info: true });
        if (engine.engine.bytesWritten !== packed) refuse(layer, "bytes behind the stream");
        content = engine.buffer;
      } catch (fault) {
        if (fault instanceof Refusal) throw fault;
        refuse(layer, `deflate (${fault.code})`);
      }
    }
    if (content.length !== size || crc32(content) !== crc) refuse(layer, `checksum of ${name}`);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt16LE(0, 30);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, nameBytes);
    members.push({ name, content });
    at = start + packed;
  }
  const listed = Buffer.concat(directory), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  if (!data.subarray(at).equals(Buffer.concat([listed, end]))) refuse(layer, "directory");
  return members;
}

// --- 4 signature and label --------------------------------------------------------------------------------------

const ed25519 = (raw) => crypto.createPublicKey({
  key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]), format: "der", type: "spki",
});

// Without the payload only the second signature can be looked at: it covers the first one and the label.
function verifySignature(text, payload, signer) {
  const lines = text.toString("utf8").split("\n");
  if (lines.length !== 5 || lines[4] !== "") refuse("signature", "four lines");
  if (lines[0] !== "untrusted comment: MeritDesk package signature") refuse("signature", "first line");
  if (!lines[2].startsWith("trusted comment: ")) refuse("signature", "third line");
  const comment = lines[2].slice("trusted comment: ".length);
  const [first, last, key] = [lines[1], lines[3], signer].map((line) => Buffer.from(line, "base64"));
  if (first.toString("base64") !== lines[1] || last.toString("base64") !== lines[3]) refuse("signature", "base64");
  if (first.length !== 74 || first.subarray(0, 2).toString() !== "ED" || last.length !== 64) refuse("signature", "form");
  if (!first.subarray(2, 10).equals(key.subarray(2, 10))) refuse("signature", "another key");
  const open = ed25519(key.subarray(10)), signature = first.subarray(10);
  if (payload !== null && !crypto.verify(null, sha("blake2b512", payload), open, signature)) refuse("signature", "payload changed");
  const both = Buffer.concat([signature, Buffer.from(comment, "utf8")]);
  if (!crypto.verify(null, both, open, last)) refuse("signature", "label changed");
  return comment;
}

const LABEL = new RegExp(
  "^meritdesk/1 type=(?<type>[a-z]{1,16}) from=(?<from>[A-Z0-9-]{1,16}/[A-Z0-9-]{1,12}) to=(?<to>[A-Z0-9-]{1,16})" +
  " period=(?<period>[0-9]{4}(?:-(?:TW[1-4]|0[1-9]|1[0-2]))?) epoch=(?<epoch>[0-9a-f]{32})" +
  " seq=(?<seq>[1-9][0-9]{0,5}) prev=(?<prev>sha256:[0-9a-f]{64}) id=(?<id>[0-9a-f-]{36})" +
  " schema=(?<schema>[1-9][0-9]{0,3}) keydir=(?<keydir>0|[1-9][0-9]{0,8})(?<practice> practice=1)?" +
  " inner=(?<inner>sha256:[0-9a-f]{64})$");

// --- 3 age ------------------------------------------------------------------------------------------------------

const BECH = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
function identityKey(text) {
  const words = [...text.toLowerCase().split("1").pop()].map((letter) => BECH.indexOf(letter)).slice(0, -6);
  let bits = 0, held = 0;
  const bytes = [];
  for (const word of words) {
    held = ((held << 5) | word) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255);
  }
  return Buffer.from(bytes);
}
const x25519 = (raw, isSecret) => isSecret
  ? crypto.createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), raw]), format: "der", type: "pkcs8" })
  : crypto.createPublicKey({ key: Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), raw]), format: "der", type: "spki" });
const hkdf = (key, salt, info) => Buffer.from(crypto.hkdfSync("sha256", key, salt, info, 32));
function unseal(key, nonce, data) {
  const engine = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  engine.setAuthTag(data.subarray(-16));
  return Buffer.concat([engine.update(data.subarray(0, -16)), engine.final()]);
}

function decrypt(payload, identity) {
  const mark = payload.indexOf("\n--- ");
  if (mark < 0 || !payload.subarray(0, 22).equals(Buffer.from("age-encryption.org/v1\n"))) refuse("age", "header");
  const end = payload.indexOf("\n", mark + 1), head = payload.subarray(0, mark + 4);
  const lines = head.subarray(0, -4).toString("latin1").split("\n").slice(1);
  const secret = x25519(identityKey(identity), true);
  const mine = crypto.createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32);
  let fileKey = null;
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at].startsWith("-> ")) continue;
    const [, kind, share] = lines[at].split(" ");
    if (kind.endsWith("-grease")) continue;
    if (kind !== "X25519") refuse("age", `stanza ${kind}`);
    const theirs = Buffer.from(share, "base64");
    const shared = crypto.diffieHellman({ privateKey: secret, publicKey: x25519(theirs, false) });
    const wrap = hkdf(shared, Buffer.concat([theirs, mine]), "age-encryption.org/v1/X25519");
    try { fileKey ??= unseal(wrap, Buffer.alloc(12), Buffer.from(lines[at + 1], "base64")); } catch { /* not ours */ }
  }
  if (fileKey === null) refuse("age", "not written to this key");
  const mac = crypto.createHmac("sha256", hkdf(fileKey, "", "header")).update(head).digest("base64").replace(/=+$/, "");
  if (payload.subarray(mark + 5, end).toString("latin1") !== mac) refuse("age", "header changed");
  const body = payload.subarray(end + 1), stream = hkdf(fileKey, body.subarray(0, 16), "payload");
  const chunks = [];
  for (let at = 16, number = 0; ; number++) {
    const chunk = body.subarray(at, at + 65552), isLast = at + chunk.length === body.length;
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = isLast ? 1 : 0;
    try { chunks.push(unseal(stream, nonce, chunk)); } catch { refuse("age", "content changed"); }
    if (isLast) return Buffer.concat(chunks);
    at += chunk.length;
  }
}

// --- 6 the bag --------------------------------------------------------------------------------------------------

function readBag(data, label, fields) {
  const members = readZip(data, 8, "bag", 128, 1 << 30);
  const device = fields.from.split("/")[1], agency = fields.from.split("/")[0];
  const folder = `${fields.practice ? "LATIHAN-" : ""}MD1-${agency}-${device}-${fields.period}-` +
    `${fields.epoch.slice(0, 4)}-${fields.seq.padStart(6, "0")}/`;
  const files = new Map();
  for (const { name, content } of members) {
    if (!name.startsWith(folder)) refuse("bag", "folder");
    files.set(name.slice(folder.length), content);
  }
  const data_ = [...files.keys()].filter((name) => name.startsWith("data/")).sort();
  const manifest = (names, source) => Buffer.from(names.map((name) => `${hex("sha512", source.get(name))}  ${name}\n`).join(""));
  const octets = data_.reduce((sum, name) => sum + files.get(name).length, 0);
  const tags = new Map([
    ["bag-info.txt", Buffer.from(`External-Identifier: ${fields.id}\nPayload-Oxum: ${octets}.${data_.length}\nMeritDesk-Label: ${label}\n`)],
    ["bagit.txt", Buffer.from("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")],
    ["manifest-sha512.txt", manifest(data_, files)],
  ]);
  tags.set("tagmanifest-sha512.txt", manifest([...tags.keys()].sort(), tags));
  for (const [name, content] of tags) {
    if (!files.get(name)?.equals(content)) refuse("bag", name);
    files.delete(name);
  }
  if (files.size !== data_.length) refuse("bag", "names");
  return files;
}

// --- 7 tables, as the page describes them -----------------------------------------------------------------------

export function tablesOfPage(page) {
  const tables = new Map();
  for (const part of page.split(/^#### /m).slice(1)) {
    const heading = part.match(/^`([a-z_]+)\.csv`/);
    if (heading === null) continue;
    const key = part.match(/^Key: (.*?)(?:;|\.$)/m);
    const references = [...part.matchAll(/`(\w+)` -> `(\w+)\.(\w+)`/g)].map((found) => found.slice(1));
    const columns = [...part.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name, content]) => ({ name, content }));
    tables.set(heading[1], {
      columns,
      key: key ? [...key[1].matchAll(/`(\w+)`/g)].map((found) => found[1]) : [],
      references,
      isInside: /^Only in a `handover`/m.test(part),
      isNew: /^Since schema 2/m.test(part),
      isReturn: /^Only in a `return`/m.test(part),
    });
  }
  return tables;
}

const SPELLED = [
  [/^integer/, /^(0|-?[1-9]\d{0,11})$/],
  [/^decimal/, /^-?(0|[1-9]\d{0,39})(\.\d{1,40})?$/],
  [/^date/, /^\d{4}-\d{2}-\d{2}$/],
  [/^moment/, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}\+00:00$/],
  [/^boolean/, /^(true|false)$/],
  [/^period/, /^\d{4}(-(TW[1-4]|0[1-9]|1[0-2]))?$/],
];
function cellIsGood(content, text) {
  if (text === "") return !/^integer|^boolean|never empty|^facts/.test(content) &&
    (/or empty|^text|^JSON/.test(content));
  const spelled = SPELLED.find(([kind]) => kind.test(content));
  if (spelled) return spelled[1].test(text) && (!/^date/.test(content) || !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text));
  if (/^one of/.test(content)) return new RegExp(`\`${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\``).test(content);
  if (/^facts|^object/.test(content)) {
    try {
      const value = JSON.parse(text);
      return value !== null && typeof value === "object" && !Array.isArray(value) &&
        Object.values(value).every((member) => typeof member === "string");
    } catch { return false; }
  }
  if (/^JSON/.test(content)) { try { JSON.parse(text); } catch { return false; } }
  return true;
}

function parseCsv(name, data) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  if (text !== text.normalize("NFC") || /[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]/.test(text)) refuse("table", `${name}: texts`);
  const rows = [];
  let at = 0;
  while (at < text.length) {
    const row = [];
    for (;;) {
      if (text[at] !== '"') refuse("table", `${name}: a field that is not quoted`);
      let value = "";
      for (at++; ; ) {
        const close = text.indexOf('"', at);
        if (close < 0) refuse("table", `${name}: a field without end`);
        value += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
      row.push(value);
      if (text[at] === ",") at++; else break;
    }
    if (text[at++] !== "\n") refuse("table", `${name}: a line without end`);
    rows.push(row);
  }
  return rows;
}

function plainSum(texts) {
  const parts = texts.filter(Boolean).map((text) => {
    const [whole, part = ""] = text.replace("-", "").split(".");
    return { sign: text.startsWith("-") ? -1n : 1n, whole, part };
  });
  const places = Math.max(0, ...parts.map((one) => one.part.length));
  let sum = parts.reduce((total, one) => total + one.sign * BigInt(one.whole + one.part.padEnd(places, "0")), 0n);
  const sign = sum < 0n ? "-" : "";
  if (sum < 0n) sum = -sum;
  const digits = sum.toString().padStart(places + 1, "0");
  const whole = places ? digits.slice(0, -places) : digits, part = places ? digits.slice(-places).replace(/0+$/, "") : "";
  return `${sign}${whole}${part ? `.${part}` : ""}`;
}

function readTables(files, tables, control) {
  const found = new Map();
  for (const [name, table] of tables) {
    let rows;
    try { rows = parseCsv(name, files.get(`data/${name}.csv`)); } catch (fault) {
      if (fault instanceof Refusal) throw fault;
      refuse("table", `${name}: ${fault.message}`);
    }
    const heading = rows.shift() ?? [], known = table.columns.slice(0, heading.length);
    if (!heading.length || known.some((column, place) => column.name !== heading[place])) refuse("table", `${name}: heading`);
    const seen = new Set(), records = [];
    rows.forEach((row, place) => {
      if (row.length !== heading.length) refuse("table", `${name}:${place + 2}: columns`);
      const record = Object.fromEntries(heading.map((column, number) => [column, row[number]]));
      for (const column of known) {
        if (!cellIsGood(column.content, record[column.name])) refuse("table", `${name}:${place + 2}:${column.name}`);
      }
      const key = JSON.stringify(table.key.map((column) => record[column]));
      if (table.key.length && seen.has(key)) refuse("table", `${name}:${place + 2}: key stands twice`);
      seen.add(key);
      records.push(record);
    });
    const stated = control.tables?.[name];
    if (stated?.rows !== records.length) refuse("totals", `${name}: rows`);
    for (const column of known.filter(({ content }) => /^(integer|decimal)/.test(content))) {
      if (stated.totals[column.name] !== plainSum(records.map((record) => record[column.name]))) refuse("totals", `${name}.${column.name}`);
    }
    found.set(name, { records, heading });
  }
  const counted = { lampiran: ["plan_id", "section", "value"], alasan: ["evaluation_id"], aturan: ["evaluation_id"] };
  for (const [name, owner] of Object.entries(counted)) {
    const counts = new Map();
    for (const record of found.get(name)?.records ?? []) {
      const key = JSON.stringify(owner.map((column) => record[column])), place = (counts.get(key) ?? 0) + 1;
      if (record.position !== String(place)) refuse("table", `${name}.position`);
      counts.set(key, place);
    }
  }
  for (const [name, table] of tables) {
    for (const [column, target, targetColumn] of table.references) {
      const keys = new Set(found.get(target).records.map((record) => record[targetColumn]));
      for (const record of found.get(name).records) {
        if (record[column] !== "" && !keys.has(record[column])) refuse("reference", `${name}.${column}: ${record[column]}`);
      }
    }
  }
  return found;
}

// --- 7 riwayat_versi --------------------------------------------------------------------------------------------

const canonical = (value) => Array.isArray(value)
  ? `[${value.map(canonical).join(",")}]`
  : value !== null && typeof value === "object"
    ? `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`
    : JSON.stringify(value);

function checkVersions(found) {
  const vouched = new Map(found.get("riwayat_versi").records.map((row) => [`${row.table}@${row.record_id}@${row.version}`, row.row_sha256]));
  const partsOf = (name, id) => found.get(name).records.filter((row) => row.evaluation_id === id);
  for (const row of found.get("penilaian").records) {
    const values = {};
    for (const [name, text] of Object.entries(row)) {
      if (text === "" || name === "digest") continue;
      values[name] = name === "version" ? Number(text) : name === "circumstances" ? JSON.parse(text) : text;
    }
    const put = (name, list) => { if (list.length) values[name] = list; };
    const feedback = Object.fromEntries(partsOf("umpan_balik", row.evaluation_id).map((part) => [part.value, part.text]));
    if (Object.keys(feedback).length) values.feedback = feedback;
    put("explanation", partsOf("alasan", row.evaluation_id).map((part) => ({ code: part.code, source: part.source, facts: JSON.parse(part.facts) })));
    put("packs", partsOf("aturan", row.evaluation_id).map((part) => ({ pack_id: part.pack_id, digest: part.digest })));
    const places = new Map(partsOf("pihak", row.evaluation_id).map((part) => [part.place, part]));
    put("parties", ["RATEE", "RATER", "SUPERIOR"].filter((place) => places.has(place)).map((place) => {
      const { name, nip, rank, position, unit } = places.get(place);
      return { name, nip, rank, position, unit };
    }));
    if (values.circumstances && !Object.keys(values.circumstances).length) delete values.circumstances;
    if (vouched.get(`penilaian@${row.evaluation_id}@${row.version}`) !== hex("sha256", canonical(values))) {
      refuse("version", `penilaian ${row.evaluation_id}`);
    }
  }
  for (const [name, table, owner] of [["penilaian_lama", "penilaian", "evaluation_id"], ["rencana_lama", "rencana", "plan_id"]]) {
    for (const row of found.get(name)?.records ?? []) {
      if (vouched.get(`${table}@${row[owner]}@${row.version}`) !== hex("sha256", row.content)) refuse("version", `${name} ${row[owner]}`);
    }
  }
}

// --- 13 transfers -----------------------------------------------------------------------------------------------

export function tablesOfTransfer(page) {
  const [, said] = page.split(/^## 13 Transfers$/m)[1].match(/exactly these[^:]*:([\s\S]*?)Scopes/);
  return new Set([...said.matchAll(/`(\w+)`/g)].map((found) => found[1]));
}

function checkTransfer(files, found, label) {
  const moves = found.get("mutasi").records, people = found.get("pegawai").records.map((one) => one.person_id).sort();
  if (moves.some((one) => one.way !== "OUT" || one.other_code !== label.to)) refuse("transfer", "moves elsewhere");
  if (!moves.length || moves.map((one) => one.person_id).sort().join() !== people.join()) refuse("transfer", "people");
  if (!files.has("data/bukti.zip")) return 0;
  const described = new Map(found.get("bukti").records.map((one) => [one.sha256, one])), names = [];
  for (const { name, content } of readZip(files.get("data/bukti.zip"), 8, "evidence", 10000, 128 << 20, 2000)) {
    const row = described.get(name);
    if (!row || hex("sha256", content) !== name || row.size !== String(content.length)) refuse("evidence", name.slice(0, 16));
    names.push(name);
  }
  if (!names.length || names.join() !== [...names].sort().join()) refuse("evidence", "names");
  return names.length;
}

// The region passes a transfer on: its maker signed the label, and the label says the hash of the bag.
function openRelay(files, outer, json) {
  if ([...files.keys()].sort().join() !== "data/asal.json,data/asal.minisig,data/asal.zip,data/control.json") refuse("relay", "files");
  const control = json("data/control.json"), card = json("data/asal.json");
  if (control.format !== "meritdesk/1" || control.schema !== Number(outer.schema)) refuse("relay", "control");
  if (!/^sha256:[0-9a-f]{64}$/.test(control.payload_digest)) refuse("relay", "digest");
  const comment = verifySignature(files.get("data/asal.minisig"), null, card.minisign);
  const label = comment.match(LABEL)?.groups ?? refuse("label", comment), bag = files.get("data/asal.zip");
  if (label.type !== "transfer" || label.to !== outer.to || label.practice !== outer.practice) refuse("relay", "label");
  if (label.from !== `${card.agency_code}/${card.device}`) refuse("relay", "maker");
  if (`sha256:${hex("sha256", bag)}` !== label.inner) refuse("relay", "another bag than signed");
  return { comment, label, bag, payload: control.payload_digest, maker: card.minisign };
}

// --- all together -----------------------------------------------------------------------------------------------

export function readPackage(data, { identity, signer, page }) {
  if (data.length > 192 << 20) refuse("file", "too large");
  const outer = readZip(data, 0, "outer", 3, 192 << 20);
  if (outer.map((one) => one.name).join() !== "BACA-SAYA.txt,payload.age,payload.age.minisig") refuse("outer", "members");
  let payload = `sha256:${hex("sha256", outer[1].content)}`, comment = verifySignature(outer[2].content, outer[1].content, signer);
  let label = comment.match(LABEL)?.groups ?? refuse("label", comment), maker = signer;
  const bag = decrypt(outer[1].content, identity);
  if (`sha256:${hex("sha256", bag)}` !== label.inner) refuse("bag", "another one than signed");
  const opened = (data) => readBag(data, comment.slice(0, comment.lastIndexOf(" inner=")), label);
  let files = opened(bag);
  const json = (name) => { try { return JSON.parse(files.get(name)); } catch { return refuse("control", name); } };
  if (label.type === "relay") {
    const relayed = openRelay(files, label, json);
    ({ comment, label, payload, maker } = relayed);
    files = opened(relayed.bag);
  }
  const isTransfer = label.type === "transfer", goesAlong = isTransfer ? tablesOfTransfer(page) : null;
  const control = json("data/control.json"), descriptor = json("data/datapackage.json");
  const isReturn = label.type === "return", schema = Number(label.schema);
  const wanted = new Map([...tablesOfPage(page)].filter(([name, table]) => table.isReturn === isReturn && (!isReturn || files.has(`data/${name}.csv`)) &&
    (schema > 1 || !table.isNew) && (!isTransfer || !table.isNew || goesAlong.has(name)) && (label.type === "handover" || !table.isInside)));
  if (control.format !== "meritdesk/1" || control.schema !== schema) refuse("control", "format");
  if (!isReturn && (control.agency_code !== label.from.split("/")[0] || control.period !== label.period)) refuse("control", "whose");
  if (descriptor.name !== `meritdesk-${label.type}`) refuse("control", "descriptor");
  if (!isReturn && descriptor.resources.map((one) => one.name).join() !== [...wanted.keys()].join()) refuse("control", "resources");
  const found = readTables(files, wanted, control);
  if (!isReturn) checkVersions(found);
  const counts = Object.fromEntries([...found].map(([name, { records }]) => [name, records.length]));
  const record = isReturn ? files.has("data/receipt.json") ? json("data/receipt.json") : null : found.get("pegawai").records[0] ?? null;
  const evidence = isTransfer ? checkTransfer(files, found, label) : 0;
  return { label, payload, counts, record, evidence, maker };
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split("/").pop())) {
  const words = process.argv.slice(2), first = words.findIndex((word) => word.startsWith("--"));
  const option = (name) => words[words.indexOf(`--${name}`) + 1];
  const page = fs.readFileSync(option("page"), "utf8");
  for (const path of words.slice(0, first)) {
    try {
      const known = { identity: option("identity"), signer: option("signer"), page };
      console.log(JSON.stringify(readPackage(fs.readFileSync(path), known)));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      console.log(JSON.stringify({ refused: fault.message }));
      process.exitCode = 1;
    }
  }
}
