// Places over Leaflet: markers live as long as the map and only change their look. Works without any tile server.
let library;
const load = () => library ??= window.L ? Promise.resolve() : new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = document.body.dataset.mapLibrary;
  script.onload = resolve;
  script.onerror = () => { library = undefined; reject(new Error('The map library did not load')); };
  document.head.append(script);
});

const steps = [30, 20, 10, 5, 2, 1, .5, .2, .1, .05, .02, .01, .005, .002, .001];
const degrees = (value, digits, positive, negative) =>
  `${Math.abs(value).toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })}° ${value < 0 ? negative : positive}`;

// Lines of latitude and longitude with their figures: a sense of place and scale where no tiles are drawn.
const graticule = (map, words) => {
  const layer = L.layerGroup().addTo(map);
  const draw = () => {
    layer.clearLayers();
    const bounds = map.getBounds().pad(.2), size = map.getSize();
    const perPixel = (bounds.getEast() - bounds.getWest()) / (size.x * 1.4);
    const step = [...steps].reverse().find(candidate => candidate / perPixel >= 110) ?? 30;
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    const line = points => L.polyline(points, { className: 'map-graticule', interactive: false, snapIgnore: true, weight: 1 }).addTo(layer);
    const label = (at, text, kind) => L.marker(at, { interactive: false, snapIgnore: true, keyboard: false, icon: L.divIcon({ className: `map-degree ${kind}`, html: text, iconSize: null }) }).addTo(layer);
    const edge = map.getBounds();
    // Figures keep clear of the corner where both axes meet, and of the right edge.
    const inside = (lat, lng) => map.latLngToContainerPoint([lat, lng]);
    for (let lat = Math.ceil(bounds.getSouth() / step) * step; lat <= bounds.getNorth(); lat += step) {
      line([[lat, bounds.getWest()], [lat, bounds.getEast()]]);
      if (inside(lat, edge.getWest()).y > 40 && inside(lat, edge.getWest()).y < size.y - 40) label([lat, edge.getWest()], degrees(lat, digits, words.north, words.south), 'latitude');
    }
    for (let lng = Math.ceil(bounds.getWest() / step) * step; lng <= bounds.getEast(); lng += step) {
      line([[bounds.getSouth(), lng], [bounds.getNorth(), lng]]);
      if (inside(edge.getSouth(), lng).x > 4 && inside(edge.getSouth(), lng).x < size.x - 64) label([edge.getSouth(), lng], degrees(lng, digits, words.east, words.west), 'longitude');
    }
  };
  map.on('moveend zoomend resize', draw);
  draw();
};

// The library takes an attribution for markup; ours is words.
const plain = text => { const node = document.createElement('span'); node.textContent = text; return node.innerHTML; };

// The empty map: tiles or the graticule, zoom and scale. Other modules draw on it. Null when the element is gone by the time the library is there.
export async function open(element, options) {
  await load();
  if (!element.isConnected) return null;
  const mostZoom = options.mostZoom ?? 18;
  const map = L.map(element, { zoomControl: false, attributionControl: Boolean(options.tiles), scrollWheelZoom: options.interactive, dragging: true, zoomSnap: .25, minZoom: 3, maxZoom: mostZoom, worldCopyJump: true });
  map.setView([-2.5, 118], 4.5, { animate: false });
  L.control.zoom({ position: 'topright', zoomInTitle: options.words.zoomIn, zoomOutTitle: options.words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false, position: 'topleft' }).addTo(map);
  // A tile that is missing stays empty: the ground shows through.
  if (options.tiles) L.tileLayer(options.tiles.url, { attribution: plain(options.tiles.attribution), maxNativeZoom: options.tiles.highestZoom, maxZoom: mostZoom }).addTo(map);
  else graticule(map, options.words);
  return map;
}

// A label stands right of its dot, else left, below or above it: wherever it is on the map and covers no dot and no other label, without its figure if need be. One without such a place gives
// way, those in trouble last; its dot and its title stay.
const sides = ['right', 'left', 'below', 'above'];
const meets = (a, b) => a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom + 2 && b.top < a.bottom + 2;
export const tidyLabels = (element, entries, chosen) => {
  const frame = element.getBoundingClientRect();
  const taken = [...element.querySelectorAll('.map-dot, .mark-ring, .leaflet-control')].map(node => node.getBoundingClientRect());
  const rank = place => place.id === chosen ? 0 : place.tone === 'bad' ? 1 : place.tone === 'warning' ? 2 : 3;
  for (const { marker, place } of [...entries].sort((a, b) => rank(a.place) - rank(b.place) || b.place.weight - a.place.weight)) {
    const label = marker.getElement()?.querySelector('.map-label');
    if (!label) continue;
    label.hidden = false;
    const free = [...sides.map(side => [side, false]), ...sides.map(side => [side, true])].some(([side, brief]) => {
      label.dataset.side = side;
      label.dataset.brief = brief;
      const box = label.getBoundingClientRect();
      const fits = box.left >= frame.left + 2 && box.right <= frame.right - 2 && box.top >= frame.top && box.bottom <= frame.bottom && !taken.some(other => meets(box, other));
      if (fits) taken.push(box);
      return fits;
    });
    label.hidden = !free;
  }
};

export async function create(element, options, dotnet) {
  const map = await open(element, options);
  if (!map) return null;
  const markers = new Map();
  let fitted = false, chosen = null;

  const apply = (marker, place) => {
    const node = marker.getElement();
    if (!node) return;
    node.dataset.tone = place.tone;
    node.dataset.stale = place.stale;
    node.dataset.chosen = place.id === chosen;
    node.style.setProperty('--weight', place.weight);
    node.setAttribute('aria-label', `${place.name}, ${place.word}`);
    node.title = `${place.name} · ${place.word}`;
    const [name, note] = node.querySelectorAll('.map-name, .map-note');
    if (name.textContent !== place.name) name.textContent = place.name;
    if (note.textContent !== (place.note ?? '')) note.textContent = place.note ?? '';
    marker.setZIndexOffset(place.tone === 'bad' ? 1000 : place.tone === 'warning' ? 500 : 0);
  };

  const tidy = () => tidyLabels(element, markers.values(), chosen);

  const fit = () => {
    const points = [...markers.values()].map(entry => entry.marker.getLatLng());
    if (!points.length) return;
    if (points.length === 1) map.setView(points[0], 11, { animate: false });
    else map.fitBounds(L.latLngBounds(points).pad(.12), { animate: false, paddingTopLeft: [44, 40], paddingBottomRight: [Math.min(110, map.getSize().x * .2), 34], maxZoom: 13 });
    fitted = true;
  };

  const resized = new ResizeObserver(() => { map.invalidateSize({ animate: false }); if (!options.interactive) fit(); tidy(); });
  resized.observe(element);
  map.on('zoomend moveend', tidy);
  if (options.picks) map.on('click', event => { const { lat, lng } = event.latlng.wrap(); dotnet.invokeMethodAsync('PickAsync', lat, lng); });

  return {
    update(places) {
      const seen = new Set(places.map(place => place.id));
      for (const [id, entry] of markers) if (!seen.has(id)) { entry.marker.remove(); markers.delete(id); }
      let added = false;
      for (const place of places) {
        let entry = markers.get(place.id);
        if (!entry) {
          const html = '<span class="map-dot"></span><span class="map-label"><span class="map-name"></span><span class="map-note"></span></span>';
          const marker = L.marker([place.latitude, place.longitude], { icon: L.divIcon({ className: 'map-place', html, iconSize: null }), keyboard: !options.picks, interactive: !options.picks, riseOnHover: true }).addTo(map);
          marker.on('click keypress', event => {
            if (event.type === 'keypress' && event.originalEvent.key !== 'Enter') return;
            dotnet.invokeMethodAsync('SelectAsync', place.id);
          });
          entry = { marker, place };
          markers.set(place.id, entry);
          added = true;
        } else if (entry.place.latitude !== place.latitude || entry.place.longitude !== place.longitude) {
          entry.marker.setLatLng([place.latitude, place.longitude]);
        }
        entry.place = place;
        apply(entry.marker, place);
      }
      if (added && !fitted) fit();
      tidy();
    },
    choose(id) {
      chosen = id;
      for (const { marker, place } of markers.values()) apply(marker, place);
      const entry = markers.get(id);
      if (entry && !map.getBounds().pad(-.1).contains(entry.marker.getLatLng())) map.panTo(entry.marker.getLatLng());
      tidy();
    },
    dispose() {
      resized.disconnect();
      map.remove();
    }
  };
}
