// Time series over ApexCharts: a fixed ring per chart that is fed new points only. Blazor never renders inside it.
let library;
const load = () => library ??= window.ApexCharts ? Promise.resolve() : new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = document.body.dataset.chartLibrary;
  script.onload = resolve;
  script.onerror = () => { library = undefined; reject(new Error('The chart library did not load')); };
  document.head.append(script);
});

const language = () => document.documentElement.lang || 'en';
const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = { down: '--chart-down', up: '--chart-up', single: '--chart-single', second: '--chart-second', third: '--chart-third', fourth: '--chart-fourth', fifth: '--chart-fifth', sixth: '--chart-sixth', downThen: '--chart-down-then', upThen: '--chart-up-then' };
const scales = {
  bitsPerSecond: ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'],
  bytes: ['B', 'kB', 'MB', 'GB', 'TB'],
};
const plain = { percent: '%', count: '', celsius: '°C', volts: 'V', dbm: 'dBm', milliseconds: 'ms', seconds: 's' };

const locale = () => {
  const names = (length, count, make) => Array.from({ length: count }, (_, i) => new Intl.DateTimeFormat(language(), { [length[0]]: length[1], timeZone: 'UTC' }).format(make(i)));
  const month = i => new Date(Date.UTC(2024, i, 15)), day = i => new Date(Date.UTC(2024, 8, 1 + i));
  return {
    name: 'reader',
    options: {
      months: names(['month', 'long'], 12, month), shortMonths: names(['month', 'short'], 12, month),
      days: names(['weekday', 'long'], 7, day), shortDays: names(['weekday', 'short'], 7, day),
      toolbar: {}
    }
  };
};

// A ceiling of 1, 2, 3, 4, 5, 6, 8 × 10^n above the largest value.
const ceiling = value => {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find(step => step * power >= value) * power;
};

// What was a week before lies under what is, thin and dashed.
const isThen = series => series.colour.endsWith('Then');

export async function create(element, options, owner) {
  await load();
  if (!element.isConnected) return null;
  const rings = options.series.map(() => []);
  const steps = scales[options.unit];
  const isLevel = options.unit === 'dbm';
  const isBars = !!options.bars;
  let unit = 0, top = 1, bottom = 0, lines = 4, chart, from = null, to = null, scheduled = false, alive = true;

  const show = (value, digits) => {
    if (value === null || value === undefined) return '–';
    if (!steps) return `${new Intl.NumberFormat(language(), { maximumFractionDigits: options.unit === 'count' ? 0 : 1 }).format(value)} ${plain[options.unit]}`.trim();
    const scaled = value / 1000 ** unit;
    return `${new Intl.NumberFormat(language(), { maximumFractionDigits: digits ?? (scaled < 10 ? 2 : scaled < 100 ? 1 : 0) }).format(scaled)} ${steps[unit]}`;
  };

  // Whole steps around all that is shown, with some room.
  const levels = () => {
    const values = rings.flatMap(ring => ring.map(point => point[1])).filter(value => value !== null);
    const low = Math.min(...values) - 1, high = Math.max(...values) + 1;
    const step = [1, 2, 5, 10].find(size => (high - low) / size <= 5) ?? 20;
    [bottom, top] = values.length ? [Math.floor(low / step) * step, Math.ceil(high / step) * step] : [-30, -10];
    lines = Math.round((top - bottom) / step);
  };

  // The axis grows at once and shrinks only when less than a third of it is used, so that it does not pump.
  const scale = () => {
    let largest = 0;
    if (isBars) rings[0].forEach((_, i) => { largest = Math.max(largest, rings.reduce((sum, ring) => sum + (ring[i]?.[1] ?? 0), 0)); });
    else for (const ring of rings) for (const point of ring) if (point[1] > largest) largest = point[1];
    if (options.unit === 'percent') { top = 100; return; }
    if (isLevel) { levels(); return; }
    const base = steps ? 1000 ** Math.max(0, Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(largest, 1)) / 3))) : 1;
    const wanted = ceiling(largest / base * 1.08) * base;
    if (wanted > top || wanted < top / 3 || top === 1) top = Math.max(wanted, options.unit === 'count' ? 4 : 1);
    unit = steps ? Math.max(0, Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(top, 1)) / 3))) : 0;
  };

  const append = batch => {
    batch.t.forEach((t, i) => rings.forEach((ring, s) => {
      const last = ring.at(-1);
      if (last && t <= last[0]) return;
      if (last && options.gapAfter && t - last[0] > options.gapAfter && last[1] !== null) ring.push([last[0] + 1, null]);
      ring.push([t, batch.v[s][i]]);
    }));
    if (!options.window) return;
    const newest = Math.max(...rings.map(ring => ring.at(-1)?.[0] ?? 0));
    for (const ring of rings) {
      let old = 0;
      while (old < ring.length && ring[old][0] < newest - options.window) old++;
      if (old) ring.splice(0, old);
    }
  };

  const data = () => options.series.map((series, s) => ({ name: series.name, type: isBars ? 'bar' : s === 0 && !isLevel ? 'area' : 'line', data: rings[s] }));
  const isEmpty = () => !rings.some(ring => ring.some(point => point[1] !== null));

  const axisNow = () => { const { min, max } = xaxis(); return { min, max }; };
  const xaxis = () => {
    const newest = Math.max(0, ...rings.map(ring => ring.at(-1)?.[0] ?? 0)) || Date.now();
    return options.window ? { min: newest - options.window, max: newest } : { min: from ?? undefined, max: to ?? undefined };
  };

  const style = () => ({
    colors: options.series.map(series => token(colours[series.colour])),
    fill: { type: options.series.map((_, s) => s === 0 && !isLevel && !isBars ? 'gradient' : 'solid'), gradient: { type: 'vertical', shadeIntensity: 0, opacityFrom: .3, opacityTo: .02, stops: [0, 100] }, opacity: 1 },
    grid: { borderColor: token('--chart-grid'), strokeDashArray: 0, padding: { left: 4, right: 10, top: -18, bottom: -4 }, xaxis: { lines: { show: false } } },
    chart: { foreColor: token('--ink-3'), background: options.zoomable || isBars ? token('--surface') : 'transparent' },
  });

  const draw = () => {
    scheduled = false;
    if (!alive || !chart) return;
    scale();
    element.dataset.empty = isEmpty();
    chart.updateOptions({
      series: data(),
      xaxis: xaxis(),
      yaxis: yaxis(),
    }, false, false, false);
  };
  // A hidden tab draws nothing; what arrived meanwhile is drawn once when it is seen again.
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(draw);
  };

  // As many lines as leave round figures between them.
  const ticks = () => {
    const lead = Math.round(top / 10 ** Math.floor(Math.log10(top)) * 10) / 10;
    const whole = { 1: 5, 1.5: 3, 2: 4, 3: 3, 4: 4, 5: 5, 6: 3, 8: 4 }[lead] ?? 4;
    return options.small ? 2 : whole;
  };

  const yaxis = () => ({
    min: bottom, max: top, tickAmount: isLevel ? lines : ticks(), forceNiceScale: false,
    labels: { minWidth: 64, maxWidth: 90, offsetX: -6, style: { fontSize: '11px' }, formatter: value => isEmpty() ? '' : show(value, top / 1000 ** unit < 8 && steps ? 2 : 0) }
  });

  // Four names beside each other would lie over the axis of a narrow chart: then they have rows of their own above it.
  const isCrowded = options.series.length > 2 && element.clientWidth < 520;
  const look = style();
  chart = new ApexCharts(element, {
    ...look,
    chart: {
      ...look.chart, type: isBars ? 'bar' : 'line', stacked: isBars, height: '100%', width: '100%', fontFamily: 'inherit', animations: { enabled: false }, toolbar: { show: false, autoSelected: 'zoom' },
      zoom: { enabled: !!options.zoomable, type: 'x', allowMouseWheelZoom: false, zoomedArea: { fill: { color: token('--chart-down'), opacity: .15 }, stroke: { color: token('--chart-down'), opacity: .6, width: 1 } } },
      // The server has finer points than what is drawn: it is asked for them, and the picture stays until they are there.
      events: { beforeZoom: (_, { xaxis }) => { if (xaxis.max > xaxis.min) owner?.invokeMethodAsync('ZoomedAsync', xaxis.min, xaxis.max); return { xaxis: axisNow() }; } },
      parentHeightOffset: 0, locales: [locale()], defaultLocale: 'reader', redrawOnParentResize: true
    },
    series: data(),
    stroke: { width: options.series.map((series, s) => isBars ? 0 : isThen(series) ? 1.2 : s === 0 ? 1.8 : 1.6), curve: 'straight', lineCap: 'round', dashArray: options.series.map((series, s) => isThen(series) ? 4 : isLevel && s > 0 ? 6 : 0) },
    plotOptions: { bar: { columnWidth: '70%', borderRadius: 2, borderRadiusApplication: 'end', borderRadiusWhenStacked: 'last' } },
    dataLabels: { enabled: false },
    markers: { size: options.series.map((_, s) => isLevel && s === 0 ? 3 : 0), strokeWidth: 0, hover: { size: isLevel ? 5 : 3 } },
    legend: { show: options.series.length > 1, position: 'top', horizontalAlign: 'right', fontSize: '12px', markers: { size: 5, strokeWidth: 0, offsetX: -3 }, itemMargin: { horizontal: 8, vertical: 0 }, floating: !isCrowded, offsetY: isCrowded ? 0 : 4, onItemClick: { toggleDataSeries: false } },
    xaxis: {
      type: 'datetime', ...xaxis(), tooltip: { enabled: false }, axisBorder: { color: token('--line') }, axisTicks: { show: false },
      labels: { datetimeUTC: isBars, style: { fontSize: '11px' }, hideOverlappingLabels: true, datetimeFormatter: { year: 'yyyy', month: 'MMM yyyy', day: 'd MMM', hour: 'HH:mm', minute: 'HH:mm', second: 'HH:mm:ss' } }
    },
    yaxis: yaxis(),
    tooltip: {
      shared: true, intersect: false, theme: false,
      x: { formatter: t => new Intl.DateTimeFormat(language(), isBars ? options.bars === 'month' ? { month: 'long', year: 'numeric', timeZone: 'UTC' } : { dateStyle: 'medium', timeZone: 'UTC' } : { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(new Date(t)) },
      y: { formatter: value => show(value) }
    },
    noData: { text: '' },
  });
  await chart.render();
  element.dataset.empty = isEmpty();

  const onTheme = () => { const now = style(); chart.updateOptions({ ...now, xaxis: { axisBorder: { color: token('--line') } } }, false, false, false); };
  document.addEventListener('portal-theme', onTheme);

  return {
    push(batch) { append(batch); schedule(); },
    replace(batch, fromMs, toMs) {
      rings.forEach(ring => ring.length = 0);
      [from, to, top] = [fromMs, toMs, 1];
      append(batch);
      schedule();
    },
    // The picture as it is, for a file of the reader's.
    async save(name) {
      const { imgURI } = await chart.dataURI({ scale: 2 });
      const link = document.createElement('a');
      [link.href, link.download] = [imgURI, name];
      document.body.append(link);
      link.click();
      link.remove();
    },
    pointCount: () => rings.reduce((sum, ring) => sum + ring.length, 0),
    dispose() {
      alive = false;
      document.removeEventListener('portal-theme', onTheme);
      chart.destroy();
    }
  };
}
