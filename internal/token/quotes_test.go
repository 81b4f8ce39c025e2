package token

import "testing"

func TestQuotes(t *testing.T) {
	structures(t, [][2]string{
		{"printed", `“⟨We go,⟩” he said.`},
		{"typed", `"⟨We go,⟩" he said.`},
		{"single printed", `‘⟨We go,⟩’ he said.`},
		{"single typed", `'⟨We go,⟩' he said.`},
		{"angles", `«⟨We go⟩», he said.`},
		{"angles and a space", `«⟨ We go ⟩», he said.`},
		{"angles turned", `»⟨We go⟩«, he said, »⟨soon⟩«.`},
		{"low and high", `„⟨We go⟩“, he said, „⟨soon⟩”.`},
		{"corners", `「⟨We go⟩」 and 『⟨soon⟩』 he said.`},
		{"apostrophes and backquotes", "``⟨We go,⟩'' he said, `⟨soon⟩'."},
		{"two apostrophes", `''⟨We go,⟩'' he said.`},
		{"two printed singles", `‘‘⟨We go,⟩’’ he said.`},
		{"both ends of one shape", `“⟨We go,⟩“ he said.`},
		{"closing shape at both ends", `”⟨We go,⟩” he said.`},
		{"printed and typed", `“⟨We go,⟩" he said.`},
		{"opening shape before a dash", `“⟨The last⟩“–a plan–“⟨failed,⟩“ he said.`},
		{"opening shape before a word", `“⟨We go,⟩“Kell said.‖ “⟨They stay.⟩“`},
		{"closing shape before a word", `Kell said,”⟨We go,⟩” and the plan—”⟨the last⟩”—failed.`},
		{"single between spaces", `Kell said, '⟨ we go.⟩'`},
		{"opening shape after a space", `He said: “⟨We go. ⟩“`},

		{"nested", `“⟨They told us ‘⟨go home.⟩’¦ We stayed,⟩” said Kell.`},
		{"nested typed", `"⟨They told us '⟨go home,⟩'⟩" said Kell.`},
		{"nested at both ends", `"⟨'⟨Go home,⟩'⟩" said Kell.`},
		{"double in single", `'⟨They said "⟨no⟩" to us,⟩' said Kell.`},
		{"three apostrophes", `''⟨They said '⟨no,⟩'⟩'' Kell said, ''⟨and '⟨never.⟩'⟩''`},
		{"nested in angles", `«⟨They said „⟨no⟩“ to us⟩», said Kell.`},
		{"of one shape, both closed", `“⟨They said “⟨no⟩” to us,⟩” said Kell.`},

		{"never closes", `He said: “⟨We go.‖ They stay.⟩?`},
		{"two opened, one closed", `“⟨A sign as to why “⟨We didn't meet,⟩⟩” he said.`},
		{"two opened, one closed, one more", `“⟨A sign as to “⟨why,⟩⟩” he said.‖ “⟨No.⟩”`},
		{"single, opened again", `‘⟨We go.¦ ‘⟨They stay,⟩⟩’ he said.‖ ‘⟨Soon.⟩’‖ He left.`},
		{"opened again in another style", `"⟨We go.¦ “⟨They stay,⟩⟩” he said.‖ “⟨Soon.⟩”‖ He left.`},
		{"typed around printed stays open", `"⟨Kell saw a “⟨question⟩” in it and left.⟩?`},
		{"closed by a single mark", `“⟨We go.⟩’‖ Tann spoke of the “⟨Lume⟩” film.`},
		{"single in double never closes", `“⟨They said ‘no way to us,⟩” said Kell.`},
		{"stray close", `We go,” he said.`},
		{"stray close before a pair", `He left" the room.‖ "⟨We go,⟩" he said.`},
		{"stray at the end", `"⟨We go,⟩" he said."`},
		{"no space before", `He said:"⟨We go,⟩" and left.`},
		{"no space after", `"⟨We go,⟩"he said, "⟨soon⟩"and left.`},
		{"space on the wrong side", `He said,"⟨ We go to Brenn,⟩" and left.`},
		{"attribute", `A <p id="⟨a7⟩" k="⟨b⟩">word</p> is left.`},

		{"brackets inside", `“⟨They are “⟨odd⟩” because [those who make them] lie (often),⟩” he said.`},
		{"brackets around", `He left (“⟨at once⟩”) and came ["⟨back⟩"].`},
		{"dashes around", `Talks—"⟨the last⟩"—were held –“⟨there⟩”– then.`},
		{"empty", `He said “⟨⟩” and "" then.`},
	})
}

func TestApostrophes(t *testing.T) {
	structures(t, [][2]string{
		{"none is a quotation", `The Valdorians' demands, the talks’ end, the ’90s, rock 'n' roll, O'Dell's, goin' home.`},
		{"typed decade", `In the '90s and in '24 they met.`},
		{"wrong shape", `Give ‘em the ‘90s.`},
		{"possessive in single", `'⟨The Valdorians' demands are high,⟩' he said.`},
		{"possessive before a comma", `'⟨They are less than others',⟩' he said.`},
		{"possessive in printed single", `‘⟨The Valdorians’ demands are high,⟩’ he said.`},
		{"possessive in nested single", `"⟨They said '⟨the talks⟩' are near,⟩" he said.`},
		{"scare marks", `The '⟨so-called⟩' plan and the ‘⟨peace⟩’ of the guards' chief.`},
		{"elision in single", `'⟨Let 'em go,⟩' he said.`},
		{"single that ends in s", `He named the '⟨talks⟩' and the '⟨guards⟩' again.`},
		{"possessive then single", `The Merovians' '⟨peace plan⟩' failed.`},
		{"decade in double", `"⟨In the '90s season we lost,⟩" he said of the players' strike.`},
		{"feet and inches", `He is 5'10" tall, has a 6" gun and a 12' boat.`},
		{"inches in a quotation", `"⟨He is 6'2",⟩" said Kell.‖ "⟨A 6" gun he had.⟩"`},
		{"number at the end", `"⟨We lost 16⟩" he said.`},
		{"inches close the quotation", `“⟨He is like 5’2”,⟩” Kell said.`},
		{"ayin", `The Sana‘a and al-‘Arabi talks.`},
	})
}

func TestChains(t *testing.T) {
	structures(t, [][2]string{
		{"two paragraphs", "“⟨One.¦ Two.⟩?→\n“⟨Three,⟩” she said."},
		{"three paragraphs", "He said: “⟨One.¦ Two.⟩?→\n“⟨Three.⟩?→\n“⟨Four.⟩”‖ He left."},
		{"typed", "\"⟨One.⟩?→\n\"⟨Two,⟩\" she said."},
		{"single", "‘⟨One.⟩?→\n‘⟨Two,⟩’ she said."},
		{"furniture between", "“⟨One.⟩?→\njunk| “Read more\n“⟨Two,⟩” she said."},
		{"not repeated", "“⟨One.⟩?→\n⟨Two,⟩” she said."},
		{"a headline is not carried on", "head| “⟨One⟩?\n“⟨Two,⟩” she said."},
		{"closed before", "“⟨One.⟩”\n“⟨Two,⟩” she said."},
		{"plain passage between", "“⟨One.⟩?\nThey left.\n“⟨Two,⟩” she said."},
		{"nested stays open", "“⟨He said ‘⟨no.⟩?⟩?→\n“⟨Two,⟩” she said."},
		{"block", "He said:\nquote| ⟨We go.¦ They stay.⟩?\nThey left."},
		{"block of two", "quote| ⟨We go.⟩?→\nquote| ⟨They stay.⟩?"},
		{"block with marks", "quote| “⟨We go.⟩”‖ He left."},
		{"block with single marks", "quote| ⟨We ‘⟨go⟩’ now.⟩?"},
	})
}

func TestDepthIsBounded(t *testing.T) {
	d := Parse(report("“a “b “c “d “e “f “g “h “i “j"))
	if len(d.Quotes) != maxDepth {
		t.Errorf("%d quotations open, want %d", len(d.Quotes), maxDepth)
	}
}
