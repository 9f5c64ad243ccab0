import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs what comes in, a JSON string of SQL a line, in a database; answers with the rows of its
 * first result as JSON.
 */
public final class SqlLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws IOException, SQLException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement()) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(
            JSON.writeValueAsString(answer(statement, JSON.readValue(order, String.class))));
      }
    }
  }

  private static Map<String, Object> answer(Statement statement, String sql) {
    try {
      return Map.of("rows", statement.execute(sql) ? rows(statement.getResultSet()) : List.of());
    } catch (SQLException e) {
      return Map.of("error", e.getMessage());
    }
  }

  private static List<List<String>> rows(ResultSet found) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (found.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
        row.add(found.getString(column));
      }
      rows.add(row);
    }
    return rows;
  }
}
