import java.awt.Color;
import java.awt.Font;
import java.io.File;
import org.gephi.appearance.api.*;
import org.gephi.appearance.plugin.*;
import org.gephi.filters.api.*;
import org.gephi.filters.plugin.partition.PartitionBuilder.EdgePartitionFilter;
import org.gephi.graph.api.*;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PNGExporter;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.*;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

/**
 * Draws a GEXF file with Gephi's own appearance, filters and Preview, as docs/gephi.md tells to: as it opens, by
 * community and rank, and the conflict alone.
 *
 * java DrawInGephi.java graph.gexf FOLDER
 */
public class DrawInGephi {
  private static Workspace workspace;
  private static GraphModel model;

  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    File folder = new File(arguments[1]);

    draw(new File(folder, "gephi.png"));

    Column category = model.getEdgeTable().getColumn("category");
    EdgePartitionFilter filter =
        new EdgePartitionFilter(Lookup.getDefault().lookup(AppearanceController.class).getModel(), partition(category));
    filter.unselectAll();
    filter.addPart("conflict");
    FilterController filters = Lookup.getDefault().lookup(FilterController.class);
    GraphView view = filters.filter(filters.createQuery(filter));
    // Filters › Topology › Degree Range, from 1.
    for (Node node : model.getGraph(view).getNodes().toArray()) {
      if (model.getGraph(view).getDegree(node) == 0) model.getGraph(view).removeNode(node);
    }
    model.setVisibleView(view);
    draw(new File(folder, "gephi-conflict.png"));
    model.setVisibleView(null);

    AppearanceController appearance = Lookup.getDefault().lookup(AppearanceController.class);
    Column community = model.getNodeTable().getColumn("community");
    Function colour = appearance.getModel().getNodeFunction(community, PartitionElementColorTransformer.class);
    Partition parts = ((PartitionFunction) colour).getPartition();
    int hue = 0;
    for (Object part : parts.getSortedValues(model.getGraph())) {
      parts.setColor(part, Color.getHSBColor(hue++ * 0.381966f, 0.55f, 0.85f));
    }
    appearance.transform(colour);
    Column rank = model.getNodeTable().getColumn("pagerank");
    Function size = appearance.getModel().getNodeFunction(rank, RankingNodeSizeTransformer.class);
    RankingNodeSizeTransformer sizes = size.getTransformer();
    sizes.setMinSize(14);
    sizes.setMaxSize(80);
    appearance.transform(size);
    draw(new File(folder, "gephi-community.png"));
    System.exit(0);
  }

  private static Partition partition(Column column) {
    AppearanceController appearance = Lookup.getDefault().lookup(AppearanceController.class);
    return ((PartitionFunction) appearance.getModel().getEdgeFunction(column, PartitionElementColorTransformer.class)).getPartition();
  }

  private static void draw(File file) throws Exception {
    PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
    PreviewProperties properties = preview.getModel(workspace).getProperties();
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 27));
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
    properties.putValue(PreviewProperty.EDGE_OPACITY, 80);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, true);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 1f);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 8f);
    properties.putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
    PNGExporter exporter = (PNGExporter) Lookup.getDefault().lookup(ExportController.class).getExporter("png");
    exporter.setWorkspace(workspace);
    exporter.setWidth(1200);
    exporter.setHeight(950);
    Lookup.getDefault().lookup(ExportController.class).exportFile(file, exporter);
  }
}
