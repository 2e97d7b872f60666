// Where every solid of a scene is, from the rows of joints and free bodies.

// a pose in the world of a frame that is given in another
inline Placed placed_in(Placed a, Placed b) {
  Vector u = vector_of(a.qx, a.qy, a.qz), v = vector_of(b.x, b.y, b.z);
  Vector t = vector_scaled((real)(2.0f), vector_cross(u, v));
  Vector turned = vector_sum(vector_plus(v, a.qw, t), vector_cross(u, t));
  Placed r;
  r.x = a.x + turned.x;
  r.y = a.y + turned.y;
  r.z = a.z + turned.z;
  r.qw = a.qw * b.qw - a.qx * b.qx - a.qy * b.qy - a.qz * b.qz;
  r.qx = a.qw * b.qx + a.qx * b.qw + a.qy * b.qz - a.qz * b.qy;
  r.qy = a.qw * b.qy - a.qx * b.qz + a.qy * b.qw + a.qz * b.qx;
  r.qz = a.qw * b.qz + a.qx * b.qy - a.qy * b.qx + a.qz * b.qw;
  return r;
}

inline Placed placed_constant(__constant float* t) {
  Placed r;
  r.x = (real)(t[0]);
  r.y = (real)(t[1]);
  r.z = (real)(t[2]);
  r.qw = (real)(t[3]);
  r.qx = (real)(t[4]);
  r.qy = (real)(t[5]);
  r.qz = (real)(t[6]);
  return r;
}

// the pose behind a joint: kind 1 turns about the axis by q, kind 2 slides along it
inline Placed placed_behind(int kind, __constant float* axis, real q) {
  Placed r = {0.0f, 0.0f, 0.0f, 1.0f, 0.0f, 0.0f, 0.0f};
  if (kind == 1) {
    real s, c;
    sine_cosine(0.5f * q, &s, &c);
    r.qw = c;
    r.qx = s * axis[0];
    r.qy = s * axis[1];
    r.qz = s * axis[2];
  } else {
    r.x = q * axis[0];
    r.y = q * axis[1];
    r.z = q * axis[2];
  }
  return r;
}

// world poses of all solids in the order of SceneLayout.solids()
inline void scene_poses(const real* s, const real* p, Placed* out) {
  _Pragma("unroll 1") for (int i = 0; i < SCENE_SOLIDS; i++) {
    const real* row = s + POSE_ROW[i];
    if (POSE_KIND[i] == 3) {
      Placed r = {row[0], row[1], row[2], row[3], row[4], row[5], row[6]};
      out[i] = r;
      continue;
    }
    Placed r = placed_constant(POSE_ORIGIN + 7 * i);
    if (POSE_PARENT[i] >= 0) r = placed_in(out[POSE_PARENT[i]], r);
    if (POSE_KIND[i] != 0) r = placed_in(r, placed_behind(POSE_KIND[i], POSE_AXIS + 3 * i, row[0]));
    out[i] = r;
  }
}
