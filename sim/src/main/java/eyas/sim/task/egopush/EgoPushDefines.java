package eyas.sim.task.egopush;

import eyas.sim.device.KernelSource;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import java.util.stream.Collectors;

/** Bakes a preset's constants into the kernels. */
final class EgoPushDefines {
  private EgoPushDefines() {}

  static KernelSource addTo(KernelSource source, EgoPushConfig c, EgoPushLayout layout) {
    return start(reward(view(rows(source, layout), c), c), c)
        .define("OBSTACLES", c.obstacles())
        .define("SLOT_X", slots(c, 0))
        .define("SLOT_Y", slots(c, 1))
        .define("SIDES_ALIKE", c.sidesAlike() ? 1 : 0)
        .define("TURNS", c.turns())
        .define("STAGE_STEPS", c.stageSteps())
        .define("HOLD_STEPS", c.holdSteps())
        .define("COMMAND_SPEED", c.command().speed())
        .define("COMMAND_TURN", c.command().turn());
  }

  // entry 0 stands for the anchor
  private static String slots(EgoPushConfig c, int axis) {
    return c.slots().stream()
        .map(slot -> slot.get(axis).floatValue() + "f")
        .collect(Collectors.joining(", ", "{0.0f, ", "}"));
  }

  private static KernelSource rows(KernelSource source, EgoPushLayout layout) {
    SceneLayout scene = layout.scene();
    int boxes = layout.boxes();
    return source
        .define("BOXES", boxes)
        .define("ROBOT_ROW", scene.positionRow(0))
        .define("ROBOT_JOINTS", scene.tree(0).bodies().size())
        .define("BOX_ROW", scene.bodyRow(0))
        .define("COMMAND_ROW", scene.commandRow())
        .define("TASK_ROW", scene.stateRows())
        .define("ROBOT_PARAMETERS", scene.solidParameters(0))
        .define("BOX_PARAMETERS", scene.solidParameters(scene.solids().size() - boxes));
  }

  private static KernelSource view(KernelSource source, EgoPushConfig c) {
    EgoPushConfig.View v = c.view();
    return source
        .define("BOX_HALF", EgoPushScene.EDGE / 2)
        .define("CAMERA_AHEAD", v.ahead())
        .define("CAMERA_HEIGHT", v.height())
        .define("CAMERA_COS", Math.cos(v.pitch()))
        .define("CAMERA_SIN", Math.sin(v.pitch()))
        .define("VIEW_ACROSS", Math.tan(v.horizontal() / 2))
        .define("VIEW_UPRIGHT", Math.tan(v.vertical() / 2))
        .define("VIEW_NEAREST", v.nearest())
        .define("VIEW_FARTHEST", v.farthest())
        .define("VIEW_MASK", v.mask() ? 1 : 0)
        .define("VIEW_GATE", v.gate() ? 1 : 0)
        .define("GATE_ACROSS", v.gateAcross())
        .define("GATE_UPRIGHT", v.gateUpright());
  }

  private static KernelSource reward(KernelSource source, EgoPushConfig c) {
    EgoPushConfig.Reward r = c.reward();
    return source
        .define("GLOBAL_CLOCK", r.clock().equals("global") ? 1 : 0)
        .define("REWARD_REACH", r.reach())
        .define("REWARD_PLACE", r.place())
        .define("REWARD_HOLD", r.hold())
        .define("REWARD_APPROACH", r.approach())
        .define("REWARD_PUSH", r.push())
        .define("REWARD_FACING", r.facing())
        .define("FACING_DISTANCE", r.facingDistance())
        .define("REWARD_SMOOTH", r.smooth())
        .define("SMOOTH_FROM", r.smoothFrom())
        .define("REWARD_SLOWDOWN", r.slowdown())
        .define("REWARD_REVERSE", r.reverse())
        .define("SLOWDOWN_DISTANCE", r.slowdownDistance())
        .define("SLOWDOWN_SPEED", r.slowdownSpeed())
        .define("REACH_POINT", r.reachPoint())
        .define("REACH_DISTANCE", r.reachDistance())
        .define("REWARD_FAILURE", r.failure())
        .define("PLACE_DISTANCE", c.place().distance())
        .define("PLACE_COSINE", Math.cos(4 * c.place().yaw()))
        .define("PLACE_SPEED", c.place().speed())
        .define("END_RADIUS", c.end().radius())
        .define("END_HIT", c.end().hit());
  }

  private static KernelSource start(KernelSource source, EgoPushConfig c) {
    EgoPushConfig.Start s = c.start();
    List<Double> distance = s.distance();
    return source
        .define("START_RADIUS", s.radius())
        .define("START_ANCHOR", s.anchorRadius())
        .define("START_NEAREST", distance.get(0))
        .define("START_FARTHEST", distance.get(1))
        .define("START_CLEAR", s.clear())
        .define("START_BOX_GAP", s.boxGap())
        .define("START_ROBOT_GAP", s.robotGap())
        .define("START_ANY_STAGE", s.anyStage())
        .define("START_PLACED_DISTANCE", s.placedDistance())
        .define("START_PLACED_YAW", s.placedYaw())
        .define("START_BEHIND", s.behind())
        .define("START_AROUND", s.around())
        .define("START_BESIDE", s.beside())
        .define("ROBOT_MIDDLE", (EgoPushScene.PUSHER_FACE - EgoPushScene.REAR) / 2);
  }
}
