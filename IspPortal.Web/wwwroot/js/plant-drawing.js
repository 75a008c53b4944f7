// Draws and bends on the live map. The library does the handwork (snapping, points of a line); the server decides what becomes of it.
import { mapOf } from './live-map.js';

let library;
const load = () => library ??= window.L?.PM ? Promise.resolve() : new Promise((resolve, reject) => {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = document.body.dataset.drawingStyle;
  const script = document.createElement('script');
  script.src = document.body.dataset.drawingLibrary;
  script.onload = resolve;
  script.onerror = () => { library = undefined; reject(new Error('The drawing library did not load')); };
  document.head.append(style, script);
});

const near = 24;

export async function start(element, dotnet) {
  await load();
  const live = mapOf(element);
  if (!live) return null;
  const { map, marks } = live;
  map.pm ??= new L.PM.Map(map);
  let undo = () => {}, shape = null;

  const place = text => { const [lat, lng] = text.split(',').map(Number); return L.latLng(lat, lng); };
  const isNode = mark => mark.kind === 'node' && !mark.box;
  const told = ({ lat, lng }) => [lat, lng];

  // The node whose mark lies under the hand, if any; only of these looks.
  const nodeAt = (latlng, looks) => {
    const at = map.latLngToContainerPoint(latlng);
    let found = null, least = near;
    for (const { mark } of marks.values()) {
      if (!isNode(mark) || (looks && !looks.includes(mark.look))) continue;
      const away = at.distanceTo(map.latLngToContainerPoint(place(mark.place)));
      if (away <= least) [found, least] = [mark.id, away];
    }
    return found;
  };

  // Lines snap to nodes, not to houses or the lines of the grid.
  const onlyNodes = () => {
    const nodes = new Set([...marks.values()].filter(entry => isNode(entry.mark)).map(entry => entry.layer));
    map.eachLayer(layer => { if (layer !== shape && layer.options) layer.options.snapIgnore = !nodes.has(layer); });
  };

  const begin = kind => {
    stop();
    map.getContainer().dataset.drawing = kind;
    map.doubleClickZoom.disable();
    onlyNodes();
    map.on('layeradd', onlyNodes);
  };

  function stop() {
    undo();
    undo = () => {};
    shape?.remove();
    shape = null;
    map.off('layeradd', onlyNodes);
    map.doubleClickZoom.enable();
    delete map.getContainer().dataset.drawing;
  }

  return {
    // The next click is where something stands.
    place() {
      begin('place');
      const done = event => { const at = event.latlng.wrap(); stop(); dotnet.invokeMethodAsync('PlacedAsync', at.lat, at.lng); };
      map.once('click', done);
      undo = () => map.off('click', done);
    },
    // From node to node; what is clicked between is a bend.
    line() {
      begin('line');
      const added = event => {
        const points = event.workingLayer.getLatLngs(), from = nodeAt(points[0]), to = nodeAt(points.at(-1));
        if (!from) { dotnet.invokeMethodAsync('BeginsNowhereAsync'); this.line(); return; }
        if (points.length < 2 || !to || to === from) return;
        const bends = points.slice(1, -1).map(told);
        stop();
        dotnet.invokeMethodAsync('DrewAsync', from, to, bends);
      };
      const started = event => event.workingLayer.on('pm:vertexadded', added);
      map.on('pm:drawstart', started);
      map.pm.enableDraw('Line', { snappable: true, snapDistance: near, allowSelfIntersection: true, tooltips: false, cursorMarker: true, templineStyle: { className: 'map-drawing' }, hintlineStyle: { className: 'map-drawing map-hint' } });
      undo = () => { map.off('pm:drawstart', started); map.pm.disableDraw(); };
    },
    // From site to site, straight.
    link() {
      begin('link');
      let from = null;
      const spot = id => place(marks.get(id).mark.place);
      const clicked = ({ latlng }) => {
        const at = nodeAt(latlng, ['site', 'tower']);
        if (!at) { dotnet.invokeMethodAsync('BeginsNowhereAsync'); return; }
        if (!from) { from = at; shape = L.polyline([spot(at), latlng], { className: 'map-drawing map-hint', interactive: false }).addTo(map); return; }
        if (at === from) return;
        const began = from;
        stop();
        dotnet.invokeMethodAsync('LinkedAsync', began, at);
      };
      const moved = ({ latlng }) => { if (from && marks.has(from)) shape.setLatLngs([spot(from), latlng]); };
      map.on('click', clicked);
      map.on('mousemove', moved);
      undo = () => { map.off('click', clicked); map.off('mousemove', moved); };
    },
    // A line that is there, with all its points; its ends belong to their nodes.
    bend(points) {
      begin('bend');
      shape = L.polyline(points, { className: 'map-drawing', weight: 3 }).addTo(map);
      shape.pm.enable({ snappable: false, allowSelfIntersection: true });
      map.fitBounds(shape.getBounds().pad(.2), { animate: false, maxZoom: Math.max(map.getZoom(), 15) });
    },
    // A node that is to stand elsewhere.
    move(lat, lng) {
      begin('move');
      shape = L.marker([lat, lng], { draggable: true, autoPan: true, icon: L.divIcon({ className: 'map-moving', iconSize: null }) }).addTo(map);
    },
    // What the hand made of it.
    taken: () => shape?.getLatLngs ? shape.getLatLngs().map(told) : shape ? [told(shape.getLatLng())] : [],
    stop,
    dispose: stop
  };
}
