'use strict';
// node check.js CLIENT HOST PORT PASSWORD [tls]: one client that we did not write against one emulated router.
const { run, mailbox } = require('./flow.js');
const [name, host, port, password, tls] = process.argv.slice(2);

const words = (values) => Object.entries(values).map(([key, value]) => `=${key}=${value}`);

function overNodeRouteros(connection) {
  return {
    print: (menu, where) => connection.write(`${menu}/print`, Object.entries(where ?? {}).map(([k, v]) => `?${k}=${v}`)),
    add: async (menu, values) => (await connection.write(`${menu}/add`, words(values)))[0].ret,
    set: (menu, id, values) => connection.write(`${menu}/set`, [`=.id=${id}`, ...words(values)]),
    remove: (menu, id) => connection.write(`${menu}/remove`, [`=.id=${id}`]),
    listen: async (menu) => {
      const box = mailbox();
      const stream = connection.stream([`${menu}/listen`], (error, row) => box.put(error ?? row));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { next: box.next, cancel: () => stream.stop() };
    },
    close: () => connection.close(),
  };
}

const clients = {
  'node-routeros': async () => {
    const { RouterOSAPI } = require('node-routeros');
    const connection = new RouterOSAPI({ host, port: Number(port), user: 'portal', password, timeout: 5, tls: tls ? { rejectUnauthorized: false } : undefined });
    await connection.connect();
    return overNodeRouteros(connection);
  },

  'routeros-client': async () => {
    const { RouterOSClient } = require('routeros-client');
    const device = new RouterOSClient({ host, port: Number(port), user: 'portal', password, timeout: 5 });
    return overMenus(device, await device.connect());
  },

  'routeros-api': async () => {
    const { RouterOSClient } = require('routeros-api');
    const device = new RouterOSClient({ host, port: Number(port), user: 'portal', password, timeout: 5 });
    return overMenus(device, await device.connect());
  },

  'mikro-routeros': async () => {
    const { RouterOSClient } = require('mikro-routeros');
    const client = new RouterOSClient(host, Number(port), 5000);
    await client.connect();
    await client.login('portal', password);
    return {
      print: (menu, where) => client.runQuery(`${menu}/print`, where ?? {}),
      add: async (menu, values) => { await client.runQuery(`${menu}/add`, values); },
      set: (menu, id, values) => client.runQuery(`${menu}/set`, { '.id': id, ...values }),
      remove: (menu, id) => client.runQuery(`${menu}/remove`, { '.id': id }),
      close: () => client.close(),
    };
  },

  mikronode: async () => {
    const MikroNode = require('mikronode');
    const device = new MikroNode(host, Number(port), 5);
    const [login] = await device.connect();
    const connection = await login('portal', password);
    let channels = 0;
    const call = async ([command, ...parameters]) => {
      const channel = connection.openChannel(`c${++channels}`);
      try {
        const result = await channel.write(command, parameters);
        return (result?.data ?? []).map((row) => MikroNode.resultsToObj(row));
      } finally {
        channel.close();
      }
    };
    return {
      print: (menu, where) => call([`${menu}/print`, ...Object.entries(where ?? {}).map(([k, v]) => `?${k}=${v}`)]),
      add: async (menu, values) => { await call([`${menu}/add`, ...words(values)]); },
      set: (menu, id, values) => call([`${menu}/set`, `=.id=${id}`, ...words(values)]),
      remove: (menu, id) => call([`${menu}/remove`, `=.id=${id}`]),
      listen: async (menu) => {
        const box = mailbox();
        const channel = connection.openChannel('listening');
        channel.data.subscribe((row) => box.put(MikroNode.resultsToObj(row.data)), () => {}, () => {});
        channel.write(`${menu}/listen`).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { next: box.next, cancel: () => channel.write('/cancel') };
      },
      close: () => connection.close(true),
    };
  },
};

function overMenus(device, api) {
  return {
    print: (menu, where) => {
      let chosen = api.menu(menu);
      for (const [key, value] of Object.entries(where ?? {})) chosen = chosen.where(key, value);
      return chosen.get();
    },
    add: async (menu, values) => { await api.menu(menu).add(values); },
    set: (menu, id, values) => api.menu(menu).where('id', id).update(values),
    remove: (menu, id) => api.menu(menu).where('id', id).remove(),
    listen: async (menu) => {
      const box = mailbox();
      const stream = api.menu(menu).stream('listen', (error, rows) => [].concat(error ?? rows).forEach(box.put));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { next: box.next, cancel: () => stream.stop() };
    },
    close: () => device.close(),
  };
}

process.on('unhandledRejection', (e) => fail(e));
process.on('uncaughtException', (e) => fail(e));

function fail(e) {
  console.error(e?.stack ?? JSON.stringify(e));
  process.exit(1);
}

clients[name]().then(run).then(() => {
  console.log(`${name}: all well`);
  process.exit(0);
}, fail);
