// whether the picture that arrives at this age differs from the one of the step before
inline int camera_is_new(uint age) {
  return age == 0 || (age >= CAMERA_LATENCY && (age - CAMERA_LATENCY) % CAMERA_INTERVAL == 0);
}

__kernel void camera_draw(__global const uint* restrict counters, __global const uint* restrict lists,
                          __global float* restrict depth, __global float* restrict layers, __global uint* restrict ids,
                          __global float* restrict normals, __global float* restrict rgb, uint stride, uint key0, uint key1,
                          int flags) {
  uint environment = (uint)(get_global_id(0) / BANDS), band = (uint)(get_global_id(0) % BANDS);
  uint age = counters[environment];
  if (!(flags & CAMERA_PRIME) && !camera_is_new(age)) return;
  uint arriving = (age < CAMERA_LATENCY ? 0 : age - CAMERA_LATENCY) / CAMERA_INTERVAL;
  size_t moment = (flags & CAMERA_PRIME ? age / CAMERA_INTERVAL : arriving) % CAMERA_MOMENTS;
  __global const uint* list = lists + (moment * stride + environment) * LIST;
  int row0 = band * CAMERA_BAND, rows = min(CAMERA_BAND, CAMERA_HEIGHT - row0);

  real z[BAND_TILES];
  word code[BAND_TILES];
  for (int i = 0; i < BAND_TILES; i++) {
    z[i] = (real)(MISS);
    code[i] = (word)(0u);
  }
  _Pragma("unroll 1") for (int i = 0; i < CAMERA_SHAPES; i++) {
    Seen s = seen_of(list + HEAD + ENTRY * i, row0, rows, flags);
    if (s.first <= s.last && s.from <= s.to) camera_scan(s, i, row0, flags, z, code);
  }

  size_t picture = (size_t)environment * PIXELS;
  Pictures to = {depth + picture, layers + CAMERA_LAYERS * picture, ids + picture, normals + 3 * picture, rgb + 3 * picture};
  Random random = random_of((word)(environment), (word)(list[0]), (word)(list[1]), key0, key1);
  if (CAMERA_DEPTH || CAMERA_LAYERS || CAMERA_IDS) camera_band_out(&to, &random, row0, rows, z, code);
#if CAMERA_NORMALS || CAMERA_RGB
  camera_shade(&to, list, row0, rows, z, code, flags);
#endif
}
