package page

import (
	"strings"
	"testing"

	"parley/internal/news"
)

// newReader makes a reader of one unit.
func newReader(s string) (*reader, *unit) {
	d := &reader{words: lists(), text: s}
	d.add(news.Span{End: len(s)}, hint{})
	return d, &d.units[len(d.units)-1]
}

// TestLines: what single lines are told to be by their words, "" for undecided.
func TestLines(t *testing.T) {
	for line, want := range map[string]string{
		"Read more": "read more", "READ MORE: Soro rules out a return": "read more", "See also:": "related headline",
		"2,325 views 0 comment(s)": "counts", "1.2K shares": "counts", "5 min read": "counts", "3 hours ago": "date line",
		"Share": "share bar", "Share on Facebook": "share bar", "Follow us on Telegram": "share bar",
		"Accept cookies": "cookie notice", "This site uses cookies to count its readers.": "cookie notice",
		"© Lume24, 2019–2031": "copyright notice", "Copyright 2031 The Karsk Courier": "copyright notice",
		"All rights reserved. No part may be copied.": "copyright notice",
		"Most read": "top stories", "Top Stories": "top stories", "Podcasts": "podcasts", "12 comments": "comments", "Leave a reply": "comments",
		"Home > World > Tesmar": "menu", "HomeWorld News": "menu", "Skip to main content": "menu",
		"Loading…": "loading", "Advertisement": "advertisement", "Sign up for our newsletter": "newsletter",
		"By Nadia Ferro": "byline", "By NADIA FERRO and Jan de Brink, Meridian Press": "byline", "Written by Nadia Ferro": "byline",
		"Lume News App": "app promotion", "0:00": "counts", "10:20 GMT": "numbers",
		"Next articleForum invites both sides": "menu", "Meridian Press | Karsk | Updated: 29-11-2031 00:26 IST": "date line", "HBC 61 views": "counts",
		"Loading comments...": "comments", "* * *": "no words", "(ahm)": "sign-off",
		"(Reporting by Nadia Ferro; Editing by H. Osk)": "sign-off", "https://courier.example/a": "address",
		"العربيةespрусdefr": "language list", "Friday, July 21, 2031": "date line", "Port Sorrel, 3 November 2031": "date line",
		"Nadia Ferro. \"Boats leave Port Sorrel\" — The Courier, May 3, 2031": "reference",
		"“Boats leave Port Sorrel” – Lume24, 3 May, 2031":                     "reference",
		"“We shall wait for the boats.” — Sigrid Aune, Vend, May 3, 2031":     "",
		"She wrote “The boats of Sorrel” – her first book, and sold in 2031":  "",
		"icon playicon closeicon mailicon":                                    "icon names",

		"Varga, Photo: Meridian Press": "caption", "President Soro ©  MP / Ivo Brand": "caption", "Photo: Meridian Press": "caption",
		"File photo of Oskar Lind": "caption", "The hall in Port Sorrel Image: Halden Press Office.": "caption",
		"Lind in 2029Image: Continental Forum.": "caption", "Ships on the Lume. REUTERS/Ivo Brand": "caption", "The bridge (AFP)": "caption",
		"Ivo Brand via Getty Images": "caption", "The guns are still. Photo/Reuters": "caption",

		"By November 3 nothing had come of it.": "", "By then the guns were silent": "", "Dorn said the picture: a wall, a gate": "",
		"Share the river, Lind tells both banks": "", "What happened in Brenn on 9 May 2031": "",
		"The Forum printed the paper in its 2031 yearbook": "", "Home truths for Karsk": "", "Kell: Ten days, and not nine": "",
		"“Subscribe to our paper,” the envoy said to the ministers of both sides.": "",
		"Video shows soldiers at the bridge of Ullen":                              "", "Live fire was heard in Brenn, she said.": "",
		"According to a Reuters/Ipsos poll, most people in Halden want a third round.": "",
		"Related claims by the general were denied in Tavel.":                          "", "Comments by Soro were printed in full.": "",
		"Distributed by Halden Content Agency": "disclaimer", "Distributed by volunteers, the leaflet said that nets were too dear.": "",
		"Translated by Ina Holm": "sign-off", "Translated from Merovian by Ina Holm.": "sign-off", "Translation by Ina Holm": "sign-off",
		"Translated from Merovian, the slogan means that nets are dear, Marn said.": "", "Kell said this article was translated badly.": "",
		"This article was translated from Merovian by a reader of ours in Karsk.": "disclaimer", "This report was automatically translated using Lumo": "disclaimer",
		"The book was translated with care, Kell said.": "", "Machine translation will not do for treaties, Dorn said.": "", "Machine translation": "disclaimer",
		"May 7 was the day that Pilch had named": "", "On Monday, 3 November 2031, the envoy came.": "",
	} {
		_, u := newReader(line)
		got := u.reason
		if u.kind == news.Caption {
			got = "caption"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestDateline(t *testing.T) {
	for s, want := range map[string]string{
		"GAZA – Lavrov": "GAZA – ", "KARSK, Nov 3 (MP) — Dorn said": "KARSK, Nov 3 (MP) — ", "Karsk (MP) - Dorn said": "Karsk (MP) - ",
		"PORT SORREL, Halden -- Lind said": "PORT SORREL, Halden -- ", "KARSK/TAVEL, 3 November (MP) – Both": "KARSK/TAVEL, 3 November (MP) – ",
		"TAVEL: Kell said": "TAVEL: ", "(MP) - Dorn said": "(MP) - ", "TAVEL, Nov. 3, 2031 — Kell": "TAVEL, Nov. 3, 2031 — ",
		"Dorn – the president – said": "", "Dorn said – and he meant it": "", "Tavel – Kell said": "", "\"GAZA – a\" he said": "",
		"A-10 planes flew": "", "UN-led talks": "", "KARSK AND TAVEL AGREE ON NOTHING – YET": "", "Kell: no": "",
		"I – he said": "", "KARSK, February 24 – TASS. Dorn said": "KARSK, February 24 – TASS. ",
		"KARSK, February 11. /VALTASS/. Hollan": "KARSK, February 11. /VALTASS/. ", "Tavel/12.11.31/Lumen: Kell": "Tavel/12.11.31/Lumen: ",
		"May 6, 2031 (BRENN) – The Council": "May 6, 2031 (BRENN) – ", "(LUMEFN- Valdorian News Agency (VNA)) KARSK, May 19 (VNA) - Dorn": "(LUMEFN- Valdorian News Agency (VNA)) KARSK, May 19 (VNA) - ",
		"(She) said no": "", "Kell/Varga/Soro: a meeting": "", "the list/paper/deal – no": "",
	} {
		d := &reader{words: lists()}
		if got := s[:d.dateline(s, true)]; got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestScanDate(t *testing.T) {
	for s, want := range map[string]string{
		"2031-11-03T10:00:00Z x": "2031-11-03", "3 November 2031": "2031-11-03", "3rd of Nov. 2031": "2031-11-03", "Nov 3, 2031": "2031-11-03",
		"November 3rd 2031": "2031-11-03", "Mon, 03 Nov 2031 10:00:00 GMT": "2031-11-03", "Monday 3 November 2031": "2031-11-03",
		"3.11.2031": "2031-11-03", "13/11/2031": "2031-11-13", "11/13/2031": "2031-11-13", "3/11/2031": "-", "3 November": "-", "Nov 3": "-",
		"2031": "", "30 February 2031": "", "31.11.2031": "", "2031-13-01": "", "Monday": "", "Marching 3": "", "3 Dorns": "", "": "",
		"17 Nov, 2031": "2031-11-17", "Sept 3, 2031": "2031-09-03", "2031/1/2": "2031-01-02",
	} {
		st, ok := scanDate(s)
		got := st.day.String()
		if ok && got == "" {
			got = "-"
		}
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestShape(t *testing.T) {
	for s, want := range map[string]string{
		"Don’t STOP: 2,325 views (0)": "don't stop : # views #", "© 2031 A&B": "© # a & b", "editors' picks": "editors picks",
		"G20 5min": "g20 #min", "naïve ÉCOLE": "naïve école", "": "", "—": "",
	} {
		var m meter
		m.measure(s)
		if string(m.norm) != want {
			t.Errorf("%q: %q, want %q", s, m.norm, want)
		}
	}
	var m meter
	if a, b := m.measure("Dorn’s “No”!").hash, m.measure("DORN'S no").hash; a != b {
		t.Error("marks and capitals change the hash")
	}
}

// TestWordLists: the files of data/page can be read, and no rule stands twice.
func TestWordLists(t *testing.T) {
	w := lists()
	for _, rules := range []map[string][]rule{w.rules.opening, w.rules.inner} {
		for _, same := range rules {
			for i, r := range same {
				for _, q := range same[:i] {
					if r.words == q.words && r.how == q.how && r.list == q.list {
						t.Errorf("%s: %q stands twice", r.list.name, r.words)
					}
				}
			}
		}
	}
	for _, bad := range []string{"is x", "[x]\nlike y", "[x max=a]", "[x", "[x]\nis —"} {
		if newLexicon().read("bad", []byte(bad)) == nil {
			t.Errorf("%q is taken for a word list", bad)
		}
	}
}

func TestClassNames(t *testing.T) {
	c := lists().classes
	for names, want := range map[string]string{
		"share-bar": "share bar", "articleShare__list": "share bar", "post-tags": "menu", "relatedPosts": "related headline",
		"no-sidebar": "", "tag-share category-latest": "", "entry-content": "", "shareholders": "", "": "", "--": "",
		"js-share-x": "", "adBox": "advertisement", "header": "",
	} {
		if got := c.reason(names); got != want {
			t.Errorf("%s: %q, want %q", names, got, want)
		}
	}
}

func TestWraps(t *testing.T) {
	wrapped := strings.Repeat("The envoy of the Forum said that the corridor over the river would stay\nopen until the month was over, and that nobody from either of the banks\nhad asked him to close it.\n\n", 3)
	if n := len(paragraphs(wrapped, splitLines(wrapped))); n != 3 {
		t.Errorf("%d paragraphs of wrapped text, want 3", n)
	}
	indented := strings.ReplaceAll(wrapped, "\n\n", "\n   ")
	if n := len(paragraphs(indented, splitLines(indented))); n != 3 {
		t.Errorf("%d paragraphs of indented text, want 3", n)
	}
	titles := strings.Repeat("Dorn rules out talks before the exchange of prisoners\nKell calls the corridor over the Lume a gift to some\nLind: The winter will bring both sides to the table\n", 4)
	if n := len(paragraphs(titles, splitLines(titles))); n != 12 {
		t.Errorf("%d paragraphs of a list of titles, want 12", n)
	}
	links := "The minister told\nHBC that the road\n\nThe minister of foreign affairs told reporters from\nthe three papers of the capital that he would go.\n"
	if n := len(paragraphs(links, splitLines(links))); n != 3 {
		t.Errorf("%d paragraphs of text broken at links, want 3", n)
	}
}

func TestSignOff(t *testing.T) {
	body := "The envoy said that the corridor would stay open until winter."
	for tail, cut := range map[string]bool{
		" (ahm)": true, " (ab/cd)": true, " (MP)": true, " (Reporting by Nadia Ferro; Editing by H. Osk)": true, "-0-": true,
		" -Lumama": true, " – Meridian Press": true, " (Karsk Courier | Lume24.example)": true,
		" (He did not say which winter he meant by it.)": false, " And more": false, "": false, " (Ivo Brand/Getty Images)": false,
		" – and he meant it": false, "?(": false, " “No,” he said": false,
	} {
		d := &reader{words: lists()}
		want := 0
		if cut {
			want = len(body)
		}
		s := body + tail
		if got := d.signOff(s); want == 0 && got != 0 || want > 0 && (got < want || strings.TrimSpace(s[got:]) != strings.TrimSpace(tail)) {
			t.Errorf("%q: cut at %d", tail, got)
		}
	}
}
