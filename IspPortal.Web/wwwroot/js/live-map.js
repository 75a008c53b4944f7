// Customers, routers and the plant on one map. The server says what to draw for a view, and later only what changed: marks live as long as they are in view and change their look in place.
import { open, tidyLabels } from './map.js';

const maps = new WeakMap();

// For other modules that draw or edit on the same map: { map, marks } of the element, once it is made.
export const mapOf = element => maps.get(element);

const pair = text => text.split(',').map(Number);
const boxOf = text => { const [south, west, north, east] = pair(text); return L.latLngBounds([south, west], [north, east]); };
const pause = 120;
const shares = ['online', 'offline', 'isolated', 'unknown', 'off'];

const html = {
  line: '<span class="mark-dot"></span>',
  lines: '<span class="mark-ring"></span><span class="mark-count"></span>',
  router: '<span class="map-dot"><span class="icon">router</span></span><span class="map-label"><span class="map-name"></span><span class="map-note"></span></span>',
  node: '<span class="mark-box"><span class="icon"></span></span><span class="mark-text"></span>',
};

// A ring of the states that it holds, in their colours; what is few is still to be seen.
const ring = parts => {
  const counts = pair(parts), all = counts.reduce((sum, count) => sum + count, 0);
  const wide = counts.map(count => count ? Math.max(count / all, .06) : 0), sum = wide.reduce((a, b) => a + b, 0);
  let from = 0;
  const stops = wide.flatMap((share, i) => {
    if (!share) return [];
    const to = from + share / sum * 360, stop = `var(--mark-${shares[i]}) ${from.toFixed(1)}deg ${to.toFixed(1)}deg`;
    from = to;
    return [stop];
  });
  return `conic-gradient(${stops.join(', ')})`;
};

export async function create(element, options, dotnet) {
  const map = await open(element, { ...options, interactive: true, mostZoom: 19 });
  if (!map) return null;
  for (const [name, level] of [['heat', 350], ['ways', 400], ['lit', 585], ['nodes', 590], ['routers', 620], ['lit-houses', 640]]) map.createPane(name).style.zIndex = level;
  for (const name of ['lit', 'lit-houses']) map.getPane(name).style.pointerEvents = 'none';
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const marks = new Map();
  const places = { line: 'markerPane', lines: 'markerPane', router: 'routers', node: 'nodes' };
  let chosen = null, pin = null, lit = null, litIds = new Set(), timer = 0, gone = false, resizing = false, byHand = false;

  const choose = mark => {
    if (mark.kind === 'lines' || (mark.kind === 'node' && mark.box)) {
      const box = boxOf(mark.box), size = map.getSize();
      // Houses at one place, or as near as the map goes: no zoom tells them apart.
      const zoom = Math.min(map.getBoundsZoom(box.pad(.3)), 19);
      if (mark.kind === 'lines' && (map.getZoom() >= 18.5 || box.getSouthWest().distanceTo(box.getNorthEast()) < 1)) dotnet.invokeMethodAsync('StackAsync', ...pair(mark.box));
      else map.setView(box.getCenter(), Math.max(Math.min(zoom, map.getZoom() + 5), map.getZoom() + 1), { animate: !still.matches && size.x > 0 });
    } else if (mark.kind !== 'heat') dotnet.invokeMethodAsync('ChooseAsync', mark.kind, mark.id);
  };

  const labels = () => tidyLabels(element, [...marks.values()].filter(entry => entry.mark.kind === 'router').map(({ layer, mark }) => ({ marker: layer, place: { id: mark.id, tone: mark.look, weight: mark.weight } })), chosen);

  const dress = ({ layer, mark }) => {
    const node = layer.getElement();
    if (!node) return;
    node.dataset.look = mark.look;
    node.dataset.id = mark.id;
    node.dataset.chosen = mark.id === chosen;
    node.dataset.lit = litIds.has(mark.id);
    if (mark.kind === 'cable' || mark.kind === 'radio' || mark.kind === 'heat' || mark.kind === 'outage') {
      if (layer.getTooltip()) layer.setTooltipContent(mark.title); else layer.bindTooltip(mark.title, { sticky: true, className: 'map-tip' });
      return;
    }
    node.title = mark.title;
    node.setAttribute('aria-label', mark.title);
    if (mark.kind === 'router') {
      node.dataset.tone = mark.look;
      node.dataset.stale = mark.look !== 'good';
      node.style.setProperty('--weight', mark.weight);
      const [name, note] = node.querySelectorAll('.map-name, .map-note');
      if (name.textContent !== mark.text) name.textContent = mark.text;
      if (note.textContent !== (mark.parts ?? '')) note.textContent = mark.parts ?? '';
      layer.setZIndexOffset(mark.look === 'bad' ? 1000 : 0);
    } else if (mark.kind === 'lines') {
      node.style.setProperty('--size', `${Math.round(30 + 18 * mark.weight)}px`);
      node.querySelector('.mark-ring').style.background = ring(mark.parts);
      node.querySelector('.mark-count').textContent = mark.text;
    } else if (mark.kind === 'node') {
      node.querySelector('.icon').textContent = mark.parts;
      const text = node.querySelector('.mark-text');
      text.textContent = mark.text ?? '';
      text.hidden = !mark.text;
    }
  };

  const build = mark => {
    if (mark.kind === 'outage') return L.rectangle(boxOf(mark.place).pad(.08), { pane: 'heat', className: 'map-outage', weight: 2, snapIgnore: true });
    if (mark.kind === 'heat') return L.rectangle(boxOf(mark.place), { pane: 'heat', className: 'map-heat', weight: 0 });
    if (mark.kind === 'cable' || mark.kind === 'radio') return L.polyline(mark.place.split(' ').map(pair), { pane: 'ways', className: `map-way map-${mark.kind}`, weight: mark.kind === 'radio' ? 2 : 2.5 });
    const className = mark.kind === 'router' ? 'map-place' : `map-mark mark-${mark.kind}`;
    return L.marker(pair(mark.place), { pane: places[mark.kind], icon: L.divIcon({ className, html: html[mark.kind], iconSize: null }), riseOnHover: true, keyboard: mark.kind !== 'line' || marks.size < 300 });
  };

  const add = mark => {
    const entry = { mark, layer: build(mark).addTo(map) };
    if (mark.kind !== 'heat') entry.layer.on('click keypress', event => {
      if (event.type === 'keypress' && event.originalEvent.key !== 'Enter') return;
      choose(entry.mark);
    });
    marks.set(mark.id, entry);
    return entry;
  };

  // A window that changes its size shows more or less of the same place: that is drawn, but the reader went nowhere.
  const moved = () => {
    byHand ||= !resizing;
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  };

  const tell = () => {
    clearTimeout(timer);
    if (gone || !map.getSize().x) return;
    const bounds = map.getBounds(), centre = map.getCenter();
    const clamp = (value, most) => Math.max(-most, Math.min(most, value));
    dotnet.invokeMethodAsync('MovedAsync', clamp(bounds.getSouth(), 90), clamp(bounds.getWest(), 180), clamp(bounds.getNorth(), 90), clamp(bounds.getEast(), 180), clamp(centre.lat, 90), clamp(centre.lng, 180), map.getZoom(), byHand);
    byHand = false;
  };

  const fit = box => map.fitBounds(boxOf(box).pad(.05), { animate: false, maxZoom: 16 });

  const resized = new ResizeObserver(() => { resizing = true; map.invalidateSize({ animate: false }); labels(); moved(); resizing = false; });
  maps.set(element, { map, marks });
  if (options.at) { const [lat, lng, zoom] = pair(options.at); map.setView([lat, lng], zoom, { animate: false }); }
  else if (options.box) fit(options.box);
  map.on('moveend', moved);
  map.on('zoomend', labels);
  resized.observe(element);
  tell();

  return {
    // Everything that is new or looks otherwise, and what is no longer there.
    update(changed, removed) {
      for (const id of removed) { marks.get(id)?.layer.remove(); marks.delete(id); }
      let isElsewhere = removed.length > 0;
      for (const mark of changed) {
        let entry = marks.get(mark.id);
        if (entry && entry.mark.place !== mark.place) { entry.layer.remove(); entry = null; }
        isElsewhere ||= !entry || mark.kind === 'router';
        if (!entry) entry = add(mark);
        entry.mark = mark;
        dress(entry);
      }
      element.dataset.marks = marks.size;
      if (isElsewhere) labels();
    },
    // What the panel is about; its place is ringed even while its mark is one with others.
    choose(id, place) {
      chosen = id;
      for (const entry of marks.values()) { const node = entry.layer.getElement(); if (node) node.dataset.chosen = entry.mark.id === chosen; }
      pin?.remove();
      pin = place ? L.marker(pair(place), { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-pin', iconSize: null }) }).addTo(map) : null;
    },
    // A way of light, or what hangs below something; everything else steps back. Null: nothing.
    light(light) {
      lit?.remove();
      lit = null;
      litIds = new Set(light?.ids ?? []);
      element.toggleAttribute('data-lit', Boolean(light));
      for (const entry of marks.values()) { const node = entry.layer.getElement(); if (node) node.dataset.lit = litIds.has(entry.mark.id); }
      if (!light) return;
      const ways = light.ways.map(way => way.split(' ').map(pair)), houses = light.houses.map(pair);
      const line = (points, className, weight, pane = 'lit') => L.polyline(points, { pane, className: `map-lit ${className}`, weight, interactive: false, snapIgnore: true, noClip: pane !== 'lit' });
      // A house is a line without length: its round ends are a dot, and all of them one path.
      lit = L.layerGroup([line(ways, 'map-lit-glow', 14), line(ways, 'map-lit-way', 4), line(houses.map(house => [house, house]), 'map-lit-house', 12, 'lit-houses')]).addTo(map);
      const all = [...ways.flat(), ...houses];
      if (!all.length) return;
      // On a phone the panel lies over the lower part of the screen: what is lit is shown above it.
      const isNarrow = matchMedia('(max-width: 720px)').matches;
      if (isNarrow) element.scrollIntoView({ block: 'start' });
      const hidden = isNarrow ? Math.max(0, Math.min(element.clientHeight - 120, element.getBoundingClientRect().bottom - innerHeight * .54)) : 0;
      map.fitBounds(L.latLngBounds(all).pad(.1), { animate: !still.matches, maxZoom: 18, paddingBottomRight: [0, hidden] });
    },
    fly(place, zoom) {
      map.setView(pair(place), Math.max(map.getZoom(), zoom), { animate: !still.matches });
    },
    fit,
    dispose() {
      gone = true;
      clearTimeout(timer);
      maps.delete(element);
      resized.disconnect();
      map.remove();
    }
  };
}
