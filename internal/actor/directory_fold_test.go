package actor

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func folded(s string) uint64 { return readNameWord(s, 0).hash }

func TestFoldJoins(t *testing.T) {
	for _, same := range [][]string{
		{"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskii", "Zelenskij", "ZELENSKY", "zelenski"},
		{"Sergey", "Sergei"}, {"Andrei", "Andrey"}, {"Yuri", "Yury", "Yuriy", "Yurii"}, {"Dmitri", "Dmitry", "Dmitrii"},
		{"Alexei", "Alexey", "Aleksei", "Aleksey"}, {"Alexander", "Aleksandr", "Alexandr"},
		{"Mohammed", "Mohamed", "Muhammad", "Mohammad", "Mohamad", "Muhammed"},
		{"Mahmoud", "Mahmud"}, {"Hussein", "Husein"}, {"Yelena", "Elena"}, {"Mariya", "Maria"},
		{"Łukasz", "Lukasz"}, {"Søren", "Soren"}, {"Đoković", "Dokovic"}, {"Erdoğan", "Erdogan"}, {"Nguyễn", "Nguyen"},
		{"Зеленський", "ЗЕЛЕНСЬКИЙ"}, {"Королёв", "Королев"},
	} {
		for _, s := range same[1:] {
			if folded(s) != folded(same[0]) {
				t.Errorf("%s and %s differ", same[0], s)
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"Kiev", "Kyiv"}, {"Turkey", "Turki"}, {"Iran", "Iraq"}, {"US", "UK"}, {"Ali", "Aly"}, {"Kell", "Kelly"}, {"Mali", "Malay"}, {"Ivan", "Ivana"},
	} {
		if folded(pair[0]) == folded(pair[1]) {
			t.Errorf("%s and %s are one", pair[0], pair[1])
		}
	}
}

// The end of a word is a rune boundary and never before its start, whatever the
// bytes; case does not change the fold.
func TestReadNameWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		for i := range s {
			w := readNameWord(s, i)
			if w.end < i || w.end > len(s) || (w.end < len(s) && !utf8.RuneStart(s[w.end])) {
				t.Fatalf("word at %d ends at %d", i, w.end)
			}
		}
		ascii := rapid.StringMatching(`[A-Za-z]{1,60}`).Draw(t, "word")
		if folded(ascii) != folded(strings.ToUpper(ascii)) {
			t.Fatalf("case changes %s", ascii)
		}
	})
}

func FuzzLongestAt(f *testing.F) {
	d := testDirectory(f)
	f.Add("Federation of Merovia’s", 0)
	f.Add("M.R. and Sergei K. Kell\r\n", 5)
	f.Add("The former top Merovian diplomat", 0)
	f.Fuzz(func(t *testing.T, text string, start int) {
		if start < 0 || start > len(text) {
			return
		}
		end, matches := d.LongestAt(text, start)
		if end < start || end > len(text) || (end > start) != (len(matches) > 0) {
			t.Fatalf("from %d to %d with %d matches", start, end, len(matches))
		}
		if end, found := d.OfficeAt(text, start); end < start || end > len(text) || (end > start) != (len(found) > 0) {
			t.Fatalf("office from %d to %d with %d meanings", start, end, len(found))
		}
		d.ByName(text)
		d.BySurname(text)
	})
}
