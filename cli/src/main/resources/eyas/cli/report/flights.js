(() => {
  const flights = JSON.parse(document.getElementById('flight-data').textContent);
  const find = id => document.getElementById(id);
  const canvas = find('stage'), draw = canvas.getContext('2d');
  const scenes = [...new Set(flights.map(f => f.scene))];
  const names = [...new Set(flights.map(f => f.policy))];
  const color = name => getComputedStyle(document.documentElement).getPropertyValue('--p' + names.indexOf(name) % 6);
  const hidden = new Set();
  let shown = [], length = 1, time = 0, playing = true, turn = 0.7, tilt = 0.45, centre = [0, 0, 0], size = 1, before = 0;
  scenes.forEach(s => find('scene').add(new Option(s)));
  names.forEach(name => {
    const key = document.createElement('label'), box = document.createElement('input'), patch = document.createElement('i');
    key.className = 'key'; box.type = 'checkbox'; box.checked = true; patch.style.background = `var(--p${names.indexOf(name) % 6})`;
    box.onchange = () => { box.checked ? hidden.delete(name) : hidden.add(name); };
    key.append(box, patch, name); find('keys').append(key);
  });
  // the box around everything that is shown
  const select = () => {
    shown = flights.filter(f => f.scene === find('scene').value);
    length = Math.max(...shown.map(f => f.period * (f.positions.length - 1)), 1e-3);
    const all = shown.flatMap(f => [...f.positions, ...f.reference]);
    const low = [0, 1, 2].map(i => all.reduce((m, p) => Math.min(m, p[i]), Infinity));
    const high = [0, 1, 2].map(i => all.reduce((m, p) => Math.max(m, p[i]), -Infinity));
    centre = low.map((v, i) => (v + high[i]) / 2);
    size = Math.max(0.2, Math.hypot(...low.map((v, i) => high[i] - v)));
    time = 0;
  };
  // orthographic view from the side, z up
  const project = p => {
    const x = p[0] - centre[0], y = p[1] - centre[1], z = p[2] - centre[2], k = 0.85 * Math.min(canvas.width, canvas.height * 1.5) / size;
    const a = x * Math.cos(turn) - y * Math.sin(turn), b = x * Math.sin(turn) + y * Math.cos(turn);
    return [canvas.width / 2 + k * a, canvas.height / 2 - k * (z * Math.cos(tilt) + b * Math.sin(tilt))];
  };
  const path = (points, style, width, dash) => {
    draw.beginPath(); draw.setLineDash(dash || []); draw.strokeStyle = style; draw.lineWidth = width * devicePixelRatio;
    points.forEach((p, i) => { const [x, y] = project(p); i ? draw.lineTo(x, y) : draw.moveTo(x, y); });
    draw.stroke(); draw.setLineDash([]);
  };
  const turned = (q, v) => {
    const [w, x, y, z] = q, t = [2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0])];
    return [v[0] + w * t[0] + y * t[2] - z * t[1], v[1] + w * t[1] + z * t[0] - x * t[2], v[2] + w * t[2] + x * t[1] - y * t[0]];
  };
  const craft = (p, q, style) => {
    const arm = size * 0.035, tips = [[1, 1, 0], [-1, -1, 0], [1, -1, 0], [-1, 1, 0]].map(v => {
      const t = turned(q || [1, 0, 0, 0], v); return p.map((c, i) => c + arm * t[i]); });
    path([tips[0], tips[1]], style, 3); path([tips[2], tips[3]], style, 3);
    draw.fillStyle = style;
    tips.forEach(t => { const [x, y] = project(t); draw.beginPath(); draw.arc(x, y, 4 * devicePixelRatio, 0, 7); draw.fill(); });
  };
  const paint = now => {
    if (playing) time = (time + Math.min(0.1, (now - before) / 1000)) % length;
    before = now;
    const box = canvas.getBoundingClientRect();
    canvas.width = box.width * devicePixelRatio; canvas.height = box.height * devicePixelRatio;
    const line = getComputedStyle(document.documentElement).getPropertyValue('--line');
    const h = size * 0.4, floor = centre[2] - h * 0.5;
    for (let i = -2; i <= 2; i++) {
      path([[centre[0] + i * h / 2, centre[1] - h, floor], [centre[0] + i * h / 2, centre[1] + h, floor]], line, 1);
      path([[centre[0] - h, centre[1] + i * h / 2, floor], [centre[0] + h, centre[1] + i * h / 2, floor]], line, 1);
    }
    shown.filter(f => f.reference.length).slice(0, 1).forEach(f => path(f.reference, color('') || '#888', 1.2, [6, 5]));
    shown.filter(f => !hidden.has(f.policy)).forEach(f => {
      const style = color(f.policy), at = Math.min(f.positions.length - 1, Math.floor(time / f.period));
      const tail = Math.max(0, at - Math.round(4 / f.period));
      draw.globalAlpha = 0.6; path(f.positions.slice(tail, at + 1), style, 1.8); draw.globalAlpha = 1;
      craft(f.positions[at], f.orientations[at], style);
    });
    find('clock').textContent = time.toFixed(1) + ' / ' + length.toFixed(1) + ' s';
    if (playing) find('time').value = time / length;
    requestAnimationFrame(paint);
  };
  find('scene').onchange = select;
  find('play').onclick = () => { playing = !playing; find('play').textContent = playing ? 'Pause' : 'Play'; };
  find('time').oninput = () => { time = find('time').value * length * 0.9999; };
  canvas.onpointermove = e => { if (e.buttons) { turn += e.movementX * 0.01; tilt = Math.max(0, Math.min(1.5, tilt + e.movementY * 0.01)); } };
  select(); requestAnimationFrame(paint);
})();
