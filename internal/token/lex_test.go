package token

import "testing"

func TestTokens(t *testing.T) {
	for _, c := range [][2]string{
		{`We don't go.`, `We·don't·go·.`},
		{`Kell’s and O’Dell’s`, `Kell’s·and·O’Dell’s`},
		{`Anglo-Merovian pre‑war mid- and`, `Anglo-Merovian·pre‑war·mid·-·and`},
		{`a–b — c -- d --- e`, `a·–·b·—·c·--·d·---·e`},
		{`the U.S.'s, U.S.-led, U.S.A team, A.F.L.-C.I.O.`, `the·U.S.'s·,·U.S.-led·,·U.S.A·team·,·A.F.L.-C.I.O.`},
		{`Gen. Mark A. Pilch, Lt. Col. Osk`, `Gen.·Mark·A.·Pilch·,·Lt.·Col.·Osk`},
		{`No. 10. No.`, `No.·10·.·No·.`},
		{`1,000 3.5 1,000,000.25 16th 1990s 10:30 16/11/2031 2031-11-16`, `1,000·3.5·1,000,000.25·16th·1990s·10:30·16/11/2031·2031-11-16`},
		{`16,17 in 2031, 5`, `16·,·17·in·2031·,·5`},
		{`$60 $1.5bn €3 US$60m 10% 20-year-old`, `$60·$1.5bn·€3·US$60m·10·%·20-year-old`},
		{`wait… so... yes. . . no`, `wait·…·so·...·yes·. . .·no`},
		{`[T]he talk[s] [those who make] […]`, `[T]he·talk[s]·[·those·who·make·]·[·…·]`},
		{`see https://lume24.com/a?b=c. and www.x.org, ok`, `see·https://lume24.com/a?b=c·.·and·www.x.org·,·ok`},
		{`Lume24.com's ana@hbc.com @welk #Tesmar AT&T and/or`, `Lume24.com's·ana@hbc.com·@welk·#Tesmar·AT&T·and·/·or`},
		{`said.The end`, `said·.·The·end`},
		{`the guards' 'em '90s rock 'n' roll`, `the·guards'·'em·'90s·rock·'n'·roll`},
		{`5'10" and a 6" gun`, `5'10"·and·a·6"·gun`},
		{`6′2″ tall`, `6′2″·tall`},
		{`Çağ naïve Ελλάδα Київ`, `Çağ·naïve·Ελλάδα·Київ`},
		{"a\u00a0b\u200bc d\u00adie", "a·b·c·d\u00adie"},
		{`(a) {b} <c> © №`, `(·a·)·{·b·}·<·c·>·©·№`},
	} {
		if got := words(c[0]); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"peace": Word, "don't": Word, "U.S.": Word, "20-year-old": Word, "F-16": Word, "[t]he": Word, "$15-an-hour": Word, "@welk": Word,
		"16": Number, "1,000": Number, "16th": Number, "$60": Number, "€3.5bn": Number, "US$60": Number, "2031-11-16": Number,
		".": Punct, "–": Punct, "--": Punct, "…": Punct, "(": Punct, "]": Punct, "。": Punct,
		"“": Mark, `"`: Mark, "«": Mark, "''": Mark,
		"%": Symbol, "$": Symbol, "©": Symbol, "https://lume24.com": Symbol,
	} {
		d := Parse(report(text))
		if len(d.Tokens) != 1 || d.Tokens[0].Kind != want {
			t.Errorf("%s: tokens %+v, want one of kind %d", text, d.Tokens, want)
		}
	}
}

func TestFurnitureIsNotCut(t *testing.T) {
	d := Parse(report("junk| Read more\nWe go.\njunk| “Top stories"))
	if got := len(d.Tokens); got != 3 {
		t.Errorf("%d tokens, want 3", got)
	}
	if d.Sentences[0].Passage != 1 {
		t.Errorf("sentence of passage %d, want 1", d.Sentences[0].Passage)
	}
}

func TestSpaceIsNoted(t *testing.T) {
	d := Parse(report("a b, c\u00a0d"))
	for i, want := range []bool{false, true, false, true, true} {
		if d.Tokens[i].Space != want {
			t.Errorf("token %q: space %v, want %v", d.Text(i), d.Tokens[i].Space, want)
		}
	}
}
