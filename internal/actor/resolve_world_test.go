package actor

import (
	"strings"
	"testing"

	"parley/data"
	"parley/internal/dossier"
	"parley/internal/news"
	"parley/internal/token"
)

// world is who is who in the invented conflict.
const world = `
state Valdoria
  adjective: Valdorian
  people: Valdorians
  capital: Karsk-on-Lume
  metonym: Karsk, Amber House
  leader: president

state Merovia
  adjective: Merovian
  people: Merovians
  capital: Tavel
  metonym: Stonegate
  leader: president

state Halden
  adjective: Haldeni
  capital: Port Sorrel
  leader: prime minister

organisation Continental Forum
  also: CF
  metonym: thirteen-nation bloc
  leader: secretary-general

office president
  holders: one
office prime minister
  holders: one
office foreign minister
  holders: one
  say: top diplomat
office defence minister
  holders: one
office presidential spokesperson
  say: presidential spokesman, Amber House spokesman
office government spokesperson
  say: government spokeswoman
office chief negotiator
  say: top negotiator, lead negotiator
office secretary-general
  holders: one
office leader
  say: leader, chief, head

person Marek Dorn
  gender: male
  role: president of Valdoria | 2025 |

person Ilse Varga
  gender: female
  role: foreign minister of Valdoria | 2027 |

person Petr Hollan
  gender: male
  role: presidential spokesperson of Valdoria | 2027 |

person Jonas Reth
  gender: male
  role: chief negotiator of Valdoria | 2031 |

person Elena Soro
  also: Yelena Soro
  gender: female
  role: president of Merovia | 2026 |

person Adrian Kell
  gender: male
  role: foreign minister of Merovia | 2026 | 2031-09-30

person Bela Torn
  gender: male
  role: foreign minister of Merovia | 2031-10-01 |

person Mira Tann
  gender: female
  role: government spokesperson of Merovia | 2026 |

person Sigrid Aune
  gender: female
  role: prime minister of Halden | 2028 |

person Paul Okoro
  gender: male
  role: secretary-general of Continental Forum | 2029 |
`

// worldDirectory makes the directory of the invented world.
func worldDirectory(t testing.TB) *Directory {
	t.Helper()
	f, problems := dossier.ParseText("world.actors", world)
	for _, p := range problems {
		t.Fatal(p)
	}
	offices, _ := dossier.ParseText("offices.txt", data.Offices)
	return NewDirectory(offices, f)
}

// marked is a text with ⟦sources⟧ and ⟨contents⟩ marked; paragraphs stand on lines,
// a line that begins with "# " is a headline, one that begins with "~ " a caption.
type marked struct {
	doc     *token.Doc
	sources []Source
}

// readMarked takes the marks out of a text and makes its report of 8 October 2031. The
// first content belongs to the first source, and so on.
func readMarked(text string) marked {
	var m marked
	var b strings.Builder
	var contents []news.Span
	start := map[rune]int{}
	for _, r := range text {
		switch r {
		case '⟦', '⟨':
			start[r] = b.Len()
		case '⟧':
			m.sources = append(m.sources, Source{Mention: news.Span{Start: start['⟦'], End: b.Len()}, CarriedOn: -1, Within: -1})
		case '⟩':
			contents = append(contents, news.Span{Start: start['⟨'], End: b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	for i := range min(len(contents), len(m.sources)) {
		m.sources[i].Content = contents[i : i+1]
	}
	m.doc = token.Parse(reportOf(b.String()))
	return m
}

// reportOf makes a report with a passage for each line.
func reportOf(text string) *news.Report {
	_, id := news.HashBytes([]byte(text))
	r := &news.Report{ID: id, Text: text, Published: news.Day{Year: 2031, Month: 10, Date: 8}, Language: "en"}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		p := news.Passage{Kind: news.Body, Span: news.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}}
		if strings.HasPrefix(line, "# ") {
			p.Kind = news.Headline
			p.Span.Start += 2
		}
		if strings.HasPrefix(line, "~ ") {
			p.Kind = news.Caption
			p.Span.Start += 2
		}
		if !p.Span.Empty() {
			r.Passages = append(r.Passages, p)
		}
		at += len(line)
	}
	return r
}

// checkSpeakers holds a marked text against the names of its speakers, separated by "; ".
func checkSpeakers(t *testing.T, d *Directory, text, names string) {
	t.Helper()
	m := readMarked(text)
	var got []string
	for _, r := range d.Resolve(m.doc, m.sources) {
		got = append(got, r.Speaker.Name)
	}
	if g := strings.Join(got, "; "); g != names {
		t.Errorf("%s\n got %q\nwant %q", text, g, names)
	}
}
