package token

import (
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", `"`, "“A,” he said. “B.”", "quote| ‘A’\nquote| “B\n“C”", `''A 'b,''' he said. 5'10" 'n' '90s`,
		"No. 10, Gen. A. B. said.The U.S. www.a.b a@b.c [t]he . . . « » 「 」", "junk| “\n\"\"\"'''```", "\xff\xfe“\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkDoc(t, Parse(report(strings.ToValidUTF8(text, "\ufffd"))))
		Parse(report(text)) // invalid UTF-8 breaks the Report's promise, not the parser
	})
}

// FuzzSpaces: a text that is cut twice, the second time with its spaces doubled,
// has the same words.
func FuzzSpaces(f *testing.F) {
	f.Add(`"We go," he said. 'The guards' talks' end. Gen. A. Osk`)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		if strings.ContainsAny(text, ".|") { // ". . ." holds spaces
			return
		}
		if a, b := words(text), words(strings.ReplaceAll(text, " ", "  ")); a != b {
			t.Errorf("one space: %s\ntwo spaces: %s", a, b)
		}
	})
}
