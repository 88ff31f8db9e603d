import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/** How high Lucene 8 with its FrenchAnalyzer ranks the documents that answer questions: title and text in one field, any word.
 *  usage: java -cp …/lucene-core.jar:…/lucene-analyzers-common.jar:…/lucene-queryparser.jar:. LuceneRanking FOLDER
 *  FOLDER/{documents,questions}.tsv are written by ranking_input.py. */
public class LuceneRanking {
  public static void main(String[] arguments) throws Exception {
    Directory directory = new ByteBuffersDirectory();
    FrenchAnalyzer analyzer = new FrenchAnalyzer();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String line : lines(arguments[0], "documents.tsv")) {
        String[] field = line.split("\t", 2);
        Document document = new Document();
        document.add(new StringField("id", field[0], Field.Store.YES));
        document.add(new TextField("text", field[1], Field.Store.NO));
        writer.addDocument(document);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryParser parser = new QueryParser("text", analyzer);
    double sum = 0, first = 0, among = 0;
    List<String> questions = lines(arguments[0], "questions.tsv");
    for (String line : questions) {
      String[] field = line.split("\t", 2);
      Set<String> answers = Set.of(field[0].split(" "));
      int rank = 0;
      for (ScoreDoc hit : searcher.search(parser.parse(QueryParser.escape(field[1])), 10).scoreDocs) {
        rank++;
        if (!answers.contains(searcher.doc(hit.doc).get("id"))) continue;
        sum += 1.0 / rank;
        first += rank == 1 ? 1 : 0;
        among++;
        break;
      }
    }
    double count = questions.size();
    System.out.printf(Locale.ROOT, "{\"questions\": %d, \"meanInverseRank\": %.4f, \"first\": %.4f, \"amongTen\": %.4f}%n",
        questions.size(), sum / count, first / count, among / count);
  }

  private static List<String> lines(String folder, String name) throws Exception {
    return Files.readAllLines(Paths.get(folder, name), StandardCharsets.UTF_8);
  }
}
