package eyas.assets.scene;

import java.util.Map;

/**
 * A scene and what only pictures need of its file.
 *
 * @param scene the scene
 * @param colours of bodies and fixtures, by their names
 */
public record LoadedScene(Scene scene, Map<String, SceneColour> colours) {
  /** Copies the map. */
  public LoadedScene {
    colours = Map.copyOf(colours);
  }
}
