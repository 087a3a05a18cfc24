import java.io.File;
import java.util.TreeSet;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Reads a GEXF file as Gephi does and prints what arrived, with every warning and error of Gephi's importer. */
public class ReadInGephi {
  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    container.closeLoader();
    int issues = 0;
    var list = container.getReport().getIssues(1000);
    while (list.hasNext()) {
      Issue issue = list.next();
      // The only note on a sound file: "GEXF version 1.3".
      if (issue.getLevel() == Issue.Level.INFO) continue;
      issues++;
      System.out.println("issue " + issue.getLevel() + ": " + issue.getMessage());
    }
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    DirectedGraph graph = model.getDirectedGraph();
    TreeSet<String> kinds = new TreeSet<>();
    for (Object kind : model.getEdgeTypeLabels()) if (kind != null) kinds.add(kind.toString());
    double weight = 0;
    for (Edge edge : graph.getEdges()) weight += edge.getWeight();
    int placed = 0;
    int coloured = 0;
    for (Node node : graph.getNodes()) {
      if (node.x() != 0 || node.y() != 0) placed++;
      if (node.getColor().getRGB() != java.awt.Color.BLACK.getRGB()) coloured++;
    }
    StringBuilder columns = new StringBuilder();
    for (Column column : model.getNodeTable()) columns.append(' ').append(column.getTitle()).append(':').append(column.getTypeClass().getSimpleName());
    columns.append("\nedge columns");
    for (Column column : model.getEdgeTable()) columns.append(' ').append(column.getTitle()).append(':').append(column.getTypeClass().getSimpleName());
    System.out.println("dynamic " + model.isDynamic() + " " + model.getTimeBounds());
    System.out.println("kinds " + kinds.size());
    System.out.println("node columns" + columns);
    System.out.println("placed " + placed + ", coloured " + coloured);
    System.out.println("nodes " + graph.getNodeCount() + " edges " + graph.getEdgeCount() + " weight " + weight + " issues " + issues);
    System.exit(issues == 0 ? 0 : 1);
  }
}
