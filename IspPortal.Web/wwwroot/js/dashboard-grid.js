// Moves and resizes the widgets of a dashboard by mouse, touch and keyboard. It only says where a widget shall lie; the server decides and draws.
const columns = 12;
const vars = ['--x', '--y', '--w', '--h'];
const boxOf = widget => { const style = getComputedStyle(widget); const [x, y, w, h] = vars.map(name => parseInt(style.getPropertyValue(name), 10)); return { x: x - 1, y: y - 1, w, h }; };

export const fullScreen = grid => document.fullscreenElement ? document.exitFullscreen() : grid.requestFullscreen?.();

export function attach(grid, host) {
  let drag = null;

  const cell = () => {
    const style = getComputedStyle(grid);
    const gap = parseFloat(style.columnGap) || 0;
    return { width: (grid.clientWidth - gap * (columns - 1)) / columns + gap, height: parseFloat(style.gridAutoRows) + (parseFloat(style.rowGap) || 0) };
  };

  // On a phone there is one column: only the order counts there, and that is read from top to bottom.
  const isOneColumn = () => getComputedStyle(grid).gridTemplateColumns.split(' ').length < columns;

  const target = event => {
    const { width, height } = cell(), dx = Math.round((event.clientX - drag.startX) / width), dy = Math.round((event.clientY - drag.startY + window.scrollY - drag.scroll) / height);
    const b = drag.box;
    return drag.sizing
      ? { ...b, w: Math.min(columns - b.x, Math.max(1, b.w + dx)), h: Math.max(1, b.h + dy) }
      : { ...b, x: Math.min(columns - b.w, Math.max(0, b.x + dx)), y: Math.max(0, b.y + dy) };
  };

  const end = () => {
    if (!drag) return;
    drag.widget.removeAttribute('data-dragged');
    drag.widget.style.removeProperty('transform');
    drag.ghost.remove();
    drag = null;
  };

  const down = event => {
    const handle = event.target.closest('[data-move], [data-size]');
    if (!handle || event.button !== 0 || isOneColumn()) return;
    const widget = handle.closest('[data-widget]');
    const ghost = document.createElement('div');
    ghost.className = 'dashboard-ghost';
    const box = boxOf(widget);
    drag = { widget, box, to: box, ghost, sizing: handle.hasAttribute('data-size'), startX: event.clientX, startY: event.clientY, scroll: window.scrollY, pointer: event.pointerId };
    place(ghost, box);
    grid.append(ghost);
    widget.setAttribute('data-dragged', '');
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus({ preventScroll: true });
  };

  const place = (element, b) => [b.x + 1, b.y + 1, b.w, b.h].forEach((value, i) => element.style.setProperty(vars[i], value));

  const move = event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    drag.to = target(event);
    place(drag.ghost, drag.to);
    if (!drag.sizing) drag.widget.style.transform = `translate(${event.clientX - drag.startX}px, ${event.clientY - drag.startY + window.scrollY - drag.scroll}px)`;
  };

  const up = event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const { widget, box, to } = drag;
    end();
    if (vars.some((_, i) => Object.values(box)[i] !== Object.values(to)[i])) host.invokeMethodAsync('PutAsync', widget.dataset.widget, to.x, to.y, to.w, to.h);
  };

  const key = event => {
    if (event.key === 'Escape' && drag) { end(); event.preventDefault(); event.stopPropagation(); return; }
    const handle = event.target.closest?.('[data-move], [data-size]');
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!handle || !step) return;
    event.preventDefault();
    const widget = handle.closest('[data-widget]'), b = boxOf(widget), sizing = handle.hasAttribute('data-size') || event.shiftKey;
    const to = sizing ? { ...b, w: b.w + step[0], h: b.h + step[1] } : { ...b, x: b.x + step[0], y: b.y + step[1] };
    // One row further down is behind whatever lies below.
    if (!sizing && step[1] === 1) to.y = b.y + 1;
    host.invokeMethodAsync('PutAsync', widget.dataset.widget, Math.max(0, to.x), Math.max(0, to.y), Math.max(1, to.w), Math.max(1, to.h));
  };

  grid.addEventListener('pointerdown', down);
  grid.addEventListener('pointermove', move);
  grid.addEventListener('pointerup', up);
  grid.addEventListener('pointercancel', end);
  grid.addEventListener('keydown', key);
  return {
    dispose() {
      end();
      grid.removeEventListener('pointerdown', down);
      grid.removeEventListener('pointermove', move);
      grid.removeEventListener('pointerup', up);
      grid.removeEventListener('pointercancel', end);
      grid.removeEventListener('keydown', key);
    }
  };
}
