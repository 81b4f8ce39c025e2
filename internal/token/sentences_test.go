package token

import "testing"

func TestSentences(t *testing.T) {
	structures(t, [][2]string{
		{"plain", `We go.‖ They stay!‖ Why?‖ 16 left.`},
		{"semicolon", `We go; They stay.`},
		{"small letter", `The plan. and more.`},
		{"name with a small letter", `They met.‖ iPress said no.`},
		{"marks of all kinds", `Why?!‖ Go!!!‖ Well...‖ Then.‖ So…‖ Yes.`},
		{"closing bracket", `(We go.)‖ [They stay.]‖ He left.`},
		{"opening bracket", `He left.‖ (He came back.)‖ Then he slept.`},
		{"missing space", `The talks are over.‖The guns speak.‖ They met in 2031.‖They left.`},
		{"no missing space", `See Lume24.com and www.lume24.com/a.B or the U.S.A team.`},
		{"missing space before a mark", `The talks are over.‖“⟨We go,⟩” he said.`},
		{"notes", `The talks are over. [1] [2]‖ They left.`},
		{"note", `The talks are over.[12]‖ They left.`},
		{"item", `1. The first is peace.‖ 2. The next is bread.`},
		{"dash after the stop", `“⟨No talks.⟩” – Kell`},
		{"small letter in marks", `He left.‖ “⟨we stay,⟩” she said.`},
		{"spaced ellipsis", `We … Dorn and I … go. . . there.‖ He said … “⟨We go⟩”.`},
		{"fullwidth", `我们走。‖他们留下！‖好。`},
	})
}

func TestSentencesAndQuotes(t *testing.T) {
	structures(t, [][2]string{
		{"of doc.go", `"⟨We agreed.¦ We will talk,⟩" he said.‖ "⟨Later.⟩"`},
		{"two broken ones", `“⟨A,⟩” Varga said.‖ “⟨B,⟩” he added.`},
		{"one broken", `“⟨A,⟩” Varga said, “⟨b.¦ C.⟩”‖ He left.`},
		{"question goes on", `"⟨Why now?⟩" he asked.‖ "⟨Go.⟩"‖ He left.`},
		{"stop goes on", `"⟨We go.⟩" he said.`},
		{"question and a pronoun", `"⟨Why now?⟩" He asked.‖ They left.`},
		{"question and a name", `"⟨Why now?⟩" Foreign Minister Ilse Varga asked.‖ They left.`},
		{"question and a place", `"⟨Why now?⟩" Varga asked in Tavel.‖ They left.`},
		{"question and a new statement", `"⟨Why now?⟩"‖ Varga said that they left.`},
		{"question and a new sentence", `"⟨Why now?⟩"‖ They left.`},
		{"stop and a speaker", `"⟨We go.⟩" Varga said on Tuesday.‖ They left.`},
		{"question and an aside", `"⟨Why?⟩" Varga asked, meaning that they left.‖ They left.`},
		{"stop and an aside", `"⟨We go.⟩"‖ She said, twice, that they left.`},
		{"stop and a clause", `"⟨We go.⟩"‖ Varga told reporters on Tuesday that they left.`},
		{"stop and the next quotation", `"⟨We go.⟩"‖ Varga added, "⟨We stay.⟩"`},
		{"stop and a colon", `"⟨We go.⟩"‖ Varga added: they stay.`},
		{"question broken in two", `"⟨Why?⟩" Varga asked, "⟨and when?⟩"‖ They left.`},
		{"as somebody said", `"⟨We go.⟩"‖ As Varga said, they left.`},
		{"stop and a new sentence", `"⟨We go.⟩"‖ He left.`},
		{"stop behind the mark", `He said “⟨we go⟩”.‖ They left.`},
		{"stop on both sides", `He said “⟨we go.⟩”.‖ They left.`},
		{"two quotations", `"⟨We go.⟩"‖ "⟨They stay.⟩"`},
		{"end of a nested one", `“⟨They said ‘⟨go.⟩’¦ We stayed,⟩” said Kell.`},
		{"end of both", `“⟨They said ‘⟨go.⟩’⟩”‖ He left.`},
		{"stray mark inside", `He named the “⟨plan of peace.‖ They left.‖ Kell said no.⟩?`},
		{"abbreviation inside", `“⟨Gen. Aman met Mr. Osk.¦ They left,⟩” he said.`},
	})
}

func TestAbbreviations(t *testing.T) {
	structures(t, [][2]string{
		{"title", `Gen. Mark A. Pilch met Lt. Col. Osk and Sen. Lind.`},
		{"initials", `J.R.R. Osk, D. Lind and Paul H. Okoro of W. V. Holm & Co. met.`},
		{"no initial", `They chose Plan B.‖ The talks went on.`},
		{"you and I", `It was Dorn and I.‖ They left.`},
		{"country within", `The U.S. Congress and the U.N. Security Council met.`},
		{"country at the end", `Dorn left the U.S.‖ He flew to the E.U.‖ In Tavel he slept.`},
		{"adverb", `They left the U.S.‖ Initially, Dorn stayed.`},
		{"month", `On Nov. 16 and in Dec. they met.`},
		{"month at the end", `They met last Nov.‖ Kell stayed.`},
		{"number", `No. 10 and Nos. 3-4 of Art. 5 say no.‖ No.‖ Kell left.`},
		{"time", `At 5 p.m. Monday and at 10 a.m. GMT they met.‖ Kell left at 5 a.m.‖ Osk stayed.`},
		{"and so on", `They want land, bread, etc.‖ Kell wants none.`},
		{"firm", `Meridian Inc. said no.‖ Osk left Meridian Inc.‖ The firm slept.`},
		{"saint", `The St. Brenn talks, i.e. Kell v. Osk, e.g. Kell vs. Dorn.`},
		{"bracketed", `She is from Tesmar (Tes.).‖ Kell left.`},
		{"degree", `He has a Ph.D. from Tavel.`},
		{"by hyphen", `The non-U.S. side and (D-N.Y.) Kell met.`},
	})
}
