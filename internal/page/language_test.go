package page

import "testing"

// TestLanguageNotLeftToChance reads a text that is as near to English as to another
// language, by which the trigrams' answer changes from call to call.
func TestLanguageNotLeftToChance(t *testing.T) {
	const between = "Report 828 on the Tesmar war\n\nPaul Lindar said: “bukafa siha all for poha tobe been lofa vada at two nupa buka " +
		"the table delegation dada in mida hoda”. kema winter fada guard the fada vuga nafa vada hada rihafa tafa council rida bida " +
		"border the befa dada paper border all not feda fada mete tida bada bridge nada tega dada kune bridge tida gada."
	for range 100 {
		r, err := Parse("report.txt", []byte(between), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Language != "" {
			t.Fatalf("language %q, want none told", r.Language)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The minister said that the talks had been useful and that more would be held.":                                                                            "en",
		"Die Ministerin sagte am Dienstag, dass die Gespräche am Fluss bald wieder aufgenommen werden könnten, sobald der Beschuss aufhört und die Fähren fahren.": "de",
		"Министр сказал во вторник, что переговоры могут возобновиться, как только прекратится обстрел и пойдут паромы через реку.":                                "ru",
		"Brandt: No": "",
	} {
		r, err := Parse("report.txt", []byte(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Language != want {
			t.Errorf("%q: language %q, want %q", text, r.Language, want)
		}
	}
}
