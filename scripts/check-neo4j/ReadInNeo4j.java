import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Opens the database of a folder, runs a Cypher script in it (one statement a line; "-" for none), asks each query, and
 * prints each row of the answers as a line of JSON: {"query": 0, "row": {…}}. Dates become {"date": "2016-12-13"}.
 *
 * java ReadInNeo4j.java FOLDER SCRIPT|- QUERY…
 */
public class ReadInNeo4j {
  public static void main(String[] arguments) throws Exception {
    JsonSerializer<LocalDate> day = (date, type, context) -> {
      var object = new com.google.gson.JsonObject();
      object.add("date", new JsonPrimitive(date.toString()));
      return object;
    };
    var json = new GsonBuilder().registerTypeAdapter(LocalDate.class, day).serializeNulls().create();
    var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0])).build();
    try {
      var database = service.database("neo4j");
      if (!arguments[1].equals("-")) {
        List<String> script = Files.readAllLines(Path.of(arguments[1]));
        // The index, which has to be there before the rest.
        database.executeTransactionally(script.get(0).replaceAll(";$", ""));
        for (int from = 1; from < script.size(); from += 1000) {
          try (Transaction transaction = database.beginTx()) {
            for (String statement : script.subList(from, Math.min(from + 1000, script.size()))) {
              transaction.execute(statement.replaceAll(";$", "")).close();
            }
            transaction.commit();
          }
        }
      }
      List<String> queries = List.of(arguments).subList(2, arguments.length);
      for (int i = 0; i < queries.size(); i++) {
        try (Transaction transaction = database.beginTx(); Result result = transaction.execute(queries.get(i))) {
          while (result.hasNext()) System.out.println("{\"query\":" + i + ",\"row\":" + json.toJson(result.next()) + "}");
        }
      }
    } finally {
      service.shutdown();
    }
  }
}
