'use strict';
// What every client is put through; a client supplies the verbs it has.

function expect(condition, what) {
  if (!condition) throw new Error(`FAILED: ${what}`);
}

async function fails(promise, wording, what) {
  let error;
  try {
    await promise;
  } catch (e) {
    error = e;
  }
  expect(error, `${what} was accepted`);
  expect(String(error.message ?? error.data?.[0]?.value ?? JSON.stringify(error)).includes(wording) || JSON.stringify(error).includes(wording), `${what}: ${error.message ?? JSON.stringify(error)}`);
}

async function run(client) {
  const identity = await client.print('/system/identity');
  expect(identity[0].name.startsWith('RTR-'), 'identity');

  const secrets = await client.print('/ppp/secret');
  const active = await client.print('/ppp/active');
  const interfaces = await client.print('/interface');
  expect(secrets.length > 5 && active.length > 5 && active.length <= secrets.length, `secrets ${secrets.length} and sessions ${active.length}`);
  expect(interfaces.filter((i) => i.type === 'pppoe-in').length === active.length, 'an interface per session');

  const wanted = secrets[0].name;
  const found = await client.print('/ppp/secret', { name: wanted });
  expect(found.length === 1 && found[0].name === wanted, 'query');

  const id = await client.add('/ppp/secret', { name: 'outside-1', password: 'x', service: 'pppoe', profile: 'isolir' });
  if (client.trapsReachTheCaller !== false) {
    await fails(client.add('/ppp/secret', { name: 'outside-1', password: 'x', service: 'pppoe' }), 'secret with the same name already exists', 'a duplicate');
  }
  const own = (await client.print('/ppp/secret', { name: 'outside-1' }))[0];
  expect(own && own.profile === 'isolir' && (id === undefined || id === null || own['.id'] === id || own.id === id), 'add');
  const key = own['.id'] ?? own.id;
  await client.set('/ppp/secret', key, { comment: 'set from outside' });
  expect((await client.print('/ppp/secret', { name: 'outside-1' }))[0].comment === 'set from outside', 'set');

  if (client.listen) {
    const listening = await client.listen('/ip/firewall/address-list');
    await client.add('/ip/firewall/address-list', { list: 'outside', address: '192.0.2.9' });
    const shown = await within(listening.next(), 'listen shows an add');
    expect(shown.address === '192.0.2.9', `listen shows an add: ${JSON.stringify(shown)}`);
    const entry = (await client.print('/ip/firewall/address-list', { address: '192.0.2.9' }))[0];
    await client.remove('/ip/firewall/address-list', entry['.id'] ?? entry.id);
    const gone = await within(listening.next(), 'listen shows a removal');
    expect(String(gone['.dead'] ?? gone.dead) === 'true', `listen shows a removal: ${JSON.stringify(gone)}`);
    await within(listening.cancel(), 'cancel');
  }

  await client.remove('/ppp/secret', key);
  const all = await client.print('/ppp/secret');
  expect(!all.some((s) => s.name === 'outside-1') && all.length === secrets.length, 'remove');
  await client.close();
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`FAILED: ${what}: nothing within 3 s`)), 3000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Turns pushed items into awaited ones. */
function mailbox() {
  const items = [];
  const waiting = [];
  return {
    put: (item) => (waiting.length ? waiting.shift()(item) : items.push(item)),
    next: () => (items.length ? Promise.resolve(items.shift()) : new Promise((resolve) => waiting.push(resolve))),
  };
}

module.exports = { run, mailbox, expect, within };
