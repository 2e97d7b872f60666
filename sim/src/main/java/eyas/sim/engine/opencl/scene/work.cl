// What a work-item knows of its environments while it advances them. Degrees of freedom: for each
// free body its velocity and its angular velocity in the world, then those of the trees, component
// by component; a component is what moves together: a floating tree, or all that hangs on one
// joint of a root at rest. Movers: free bodies, then links; -1 stands still.
// one side of a contact: where its speeds lie, and its lever or its Jacobian
typedef struct {
  int kind; // 0 at rest, 1 free body, 2 tree
  int first, count, pool, body;
} Side;

typedef struct {
  Side a, b;
  Vector n;      // normal from the first body to the second
  Vector ra, rb; // where they touch, from the centre of mass of a free body or a link's frame
  Vector kn;     // what an impulse of 1 along n does to the speed of the second against the first
  Vector rub;    // friction impulse
  real press;    // normal impulse
  real found;    // gap when it was found
  real gap;      // gap now
  real mn, mt;   // effective masses along n and across; 0 in lanes that do not touch
  real mu;       // friction
} Contact;

typedef struct {
  // speeds, and how far each degree of freedom went since contacts were found
  real v[SCENE_DOFS], gone[SCENE_DOFS];
  // free bodies: centre of mass, orientation, inverse mass, rotation, inverse inertia in the world
  Vector x[SCENE_FREE];
  real quaternion[4 * SCENE_FREE];
  real lightness[SCENE_FREE];
  Matrix R[SCENE_FREE];
  Symmetric W[SCENE_FREE];
  // links: joint positions, masses, centres of mass, frames in the world
  real q[SCENE_LINKS];
  real mass[SCENE_LINKS];
  Vector centre[SCENE_LINKS];
  Matrix LR[SCENE_LINKS];
  Vector LP[SCENE_LINKS];
  real root[4 * SCENE_COMPONENTS];
  Vector root_place[SCENE_COMPONENTS];
  Vector origin[SCENE_COMPONENTS];
  // degrees of freedom of trees: axes, bias and drive forces
  Vector axis[SCENE_TREE_DOFS], slide[SCENE_TREE_DOFS];
  real bias[SCENE_TREE_DOFS];
  real change[SCENE_TREE_DOFS];
  // spatial inertias about the component's origin: mass is in mass[], first moment, second moment
  Vector moment[SCENE_LINKS];
  Symmetric inertia[SCENE_LINKS];
  // mass matrices by components, their factors, and the inverse with drives
  real M[SCENE_MATRIX], L[SCENE_MATRIX], inverse[SCENE_MATRIX];
  real heavy[SCENE_TREE_DOFS];
  // joint rows: impulses of stops, of friction or motor
  real lower[SCENE_STOPS], upper[SCENE_STOPS], drag[SCENE_DRAGS];
  real drive[3 * SCENE_DRIVES];
  real command[SCENE_COMMAND_ARRAY];
  // colliders
  Vector place[SCENE_COLLIDERS];
  Matrix turned[SCENE_COLLIDERS];
  real size[SCENE_COLLIDERS];
  // contacts: one slot for each that there can be, those in use, and Jacobians of trees
  Contact contacts[SCENE_SLOTS];
  int active[SCENE_SLOTS];
  int count;
  int live[SCENE_PAIRS];
  real pool[SCENE_POOL];
  int pooled;
} Work;
