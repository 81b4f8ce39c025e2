import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.io.File;
import java.util.Arrays;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Runs SUTime over the documents (*.tml) of a folder and prints what it finds for `parley score dates --against`:
 * the text of the TEXT element without tags, the day of the TIMEX3 in DCT as docDate, CoreNLP's default rules.
 */
public class SUTime {
  public static void main(String[] args) throws Exception {
    Properties props = new Properties();
    props.setProperty("annotators", "tokenize,ssplit,pos");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(props);
    pipeline.addAnnotator(new TimeAnnotator("sutime", props));
    File[] files = new File(args[0]).listFiles((dir, name) -> name.endsWith(".tml"));
    Arrays.sort(files);
    for (File file : files) {
      Document doc = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
      Element dct = (Element) ((Element) doc.getElementsByTagName("DCT").item(0)).getElementsByTagName("TIMEX3").item(0);
      String text = doc.getElementsByTagName("TEXT").item(0).getTextContent();
      Annotation a = new Annotation(text);
      a.set(CoreAnnotations.DocDateAnnotation.class, dct.getAttribute("value").split("T")[0]);
      pipeline.annotate(a);
      for (CoreMap found : a.get(TimeAnnotations.TimexAnnotations.class)) {
        print(file.getName(), text, found);
      }
    }
  }

  /** Prints one expression, its ends in code points. SUTime gives what TIMEX3 cannot write as an alternative value. */
  private static void print(String file, String text, CoreMap found) {
    Timex t = found.get(TimeAnnotations.TimexAnnotation.class);
    int start = text.codePointCount(0, found.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class));
    int end = text.codePointCount(0, found.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
    String value = t.value() != null ? t.value() : t.altVal() != null ? t.altVal() : "";
    System.out.printf("{\"file\":\"%s\",\"start\":%d,\"end\":%d,\"type\":\"%s\",\"value\":\"%s\"}%n",
        file, start, end, t.timexType(), value.replace("\\", "").replace("\"", ""));
  }
}
