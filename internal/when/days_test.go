package when

import (
	"strings"
	"testing"

	"parley/internal/news"
	"parley/internal/token"
)

// A marked text: {1 Dorn|said} is the cue of statement 1 by Dorn, [1 words] a part of
// its content, {2 Dorn<1} a statement without cue that carries on statement 1,
// {3 Kell@1|told} one nested in statement 1. Paragraphs are divided by \n, sentences
// by a full stop, question or exclamation mark and a capital after it.
type marked struct {
	text string
	in   []Attr
}

func parseMarked(t testing.TB, s string) marked {
	t.Helper()
	var b strings.Builder
	m := marked{in: make([]Attr, strings.Count(s, "{"))}
	for i := range m.in {
		m.in[i].CarriedOn, m.in[i].Within = -1, -1
	}
	open := []int{}
	starts := []int{}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			end := i + strings.IndexByte(s[i:], '}')
			m.cue(&b, s[i+1:end])
			i = end
		case '[':
			if s[i+1] < '0' || s[i+1] > '9' {
				b.WriteByte(s[i])
				continue
			}
			open, starts = append(open, int(s[i+1]-'1')), append(starts, b.Len())
			i += 2
		case ']':
			if len(open) == 0 {
				b.WriteByte(s[i])
				continue
			}
			k := len(open) - 1
			a := &m.in[open[k]]
			a.Content = append(a.Content, news.Span{Start: starts[k], End: b.Len()})
			open, starts = open[:k], starts[:k]
		default:
			b.WriteByte(s[i])
		}
	}
	m.text = b.String()
	return m
}

// cue reads "1 Dorn|said", "2 Dorn<1", "3 Kell@1|told" and writes the cue's words.
func (m *marked) cue(b *strings.Builder, s string) {
	a := &m.in[s[0]-'1']
	head, words, _ := strings.Cut(s[2:], "|")
	if h, n, ok := strings.Cut(head, "<"); ok {
		head, a.CarriedOn = h, int(n[0]-'1')
	}
	if h, n, ok := strings.Cut(head, "@"); ok {
		head, a.Within = h, int(n[0]-'1')
	}
	a.Speaker, a.Name = head, head
	if words != "" {
		a.Cue = news.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
	}
}

// doc cuts a marked text; a mark of a statement's cue or content says where its
// sentence is.
func (m *marked) doc() *token.Doc {
	r := &news.Report{ID: "r1", Text: m.text}
	d := &token.Doc{Report: r}
	at := 0
	for p := range strings.SplitAfterSeq(m.text, "\n") {
		span := news.Span{Start: at, End: at + len(strings.TrimRight(p, "\n"))}
		at += len(p)
		r.Passages = append(r.Passages, news.Passage{Kind: news.Body, Span: span})
		d.Sentences = append(d.Sentences, sentences(m.text, span, len(r.Passages)-1)...)
	}
	for i := range m.in {
		a := &m.in[i]
		at := a.Cue.Start
		if a.Cue.IsZero() {
			at = a.Content[0].Start
		}
		if k := strings.LastIndex(m.text, "Sigrid Aune"); a.Cue.IsZero() && k >= 0 {
			a.Source = news.Span{Start: k, End: k + len("Sigrid Aune")}
		}
		for _, s := range d.Sentences {
			if s.Start <= at && at < s.End {
				a.Context = s.Span
			}
		}
	}
	return d
}

func sentences(text string, span news.Span, passage int) (out []token.Sentence) {
	start := span.Start
	for i := span.Start; i < span.End; i++ {
		if strings.IndexByte(".?!", text[i]) >= 0 && (i+2 >= span.End || text[i+1] == ' ' && text[i+2] >= 'A' && text[i+2] <= 'Z') {
			out = append(out, token.Sentence{Span: news.Span{Start: start, End: i + 1}, Passage: passage})
			start = min(i+2, span.End)
		}
	}
	if start < span.End {
		out = append(out, token.Sentence{Span: news.Span{Start: start, End: span.End}, Passage: passage})
	}
	return out
}

// want is "from–to words / occasion kind: words" of each statement, "" for none.
func (r Result) describe(text string) string {
	var b strings.Builder
	if r.When != nil {
		b.WriteString(r.When.From.String())
		if r.When.To != r.When.From {
			b.WriteString(".." + r.When.To.String())
		}
		b.WriteString(" " + r.When.Mention.In(text))
	}
	if r.Occasion != nil {
		b.WriteString(" / " + r.Occasion.Kind + ": " + r.Occasion.Mention.In(text))
	}
	return strings.TrimSpace(b.String())
}

func TestDays(t *testing.T) {
	const thu = "2031-11-20"
	for _, c := range []struct {
		name, published, text string
		want                  []string
	}{
		{"after the cue", thu, "Dorn {1 Dorn|said} on Wednesday that [1 talks would resume].",
			[]string{"2031-11-19 on Wednesday"}},
		{"told somebody, at an occasion", thu, "“[1 They lie],” the minister {1 Kell|told} journalists on Tuesday during a press conference.",
			[]string{"2031-11-18 on Tuesday / press conference: a press conference"}},
		{"fronted", thu, "On Wednesday, Dorn {1 Dorn|told} HBC: “[1 We wait].”",
			[]string{"2031-11-19 On Wednesday"}},
		{"fronted month, occasion after the cue", thu, "In October, President Dorn {1 Dorn|said} during a virtual speech to the Continental Forum that [1 Merovia was playing for time].",
			[]string{"2031-10-01..2031-10-31 In October / speech: a virtual speech to the Continental Forum"}},
		{"occasion with its own day", thu, "In a conversation with Haldeni journalist Nadia Ferro last month, Dorn {1 Dorn|reiterated} that [1 he was ready].",
			[]string{"2031-10-01..2031-10-31 last month / conversation: a conversation with Haldeni journalist Nadia Ferro"}},
		{"organisation in the occasion", thu, "At a Forum for Security and Trade in the Plains (FSTP) meeting earlier this month, Kell {1 Kell|recalled} that [1 they had a deal], and {2 Kell|noted} that [2 an envoy confirmed this].",
			[]string{"2031-11-01..2031-11-20 earlier this month / meeting: a Forum for Security and Trade in the Plains (FSTP) meeting",
				"2031-11-01..2031-11-20 earlier this month / meeting: a Forum for Security and Trade in the Plains (FSTP) meeting"}},
		{"possessive day of an occasion", thu, "Kell {1 Kell|announced} the talks during yesterday's interview with Lume24 and {2 Kell|said} that [2 they begin soon].[1 ]",
			[]string{"2031-11-19 yesterday / interview: yesterday's interview with Lume24", "2031-11-19 yesterday / interview: yesterday's interview with Lume24"}},
		{"question time", thu, "During Prime Minister's Questions Wednesday, Aune defended the plan whilst {1 Aune|promising} [1 an update is coming]: “{2 Aune<1}[2 We work hard].”",
			[]string{"2031-11-19 Wednesday / debate: Prime Minister's Questions", "2031-11-19 Wednesday / debate: Prime Minister's Questions"}},
		{"the occasion of a sentence without a statement", thu,
			"[1 Valdoria is ready], Dorn {1 Dorn|has said}.\nHe was answering a question in an interview with journalist Nadia Ferro on Wednesday. Dorn {2 Dorn|said} [2 Valdoria was open to talks]. However, [3 they must be real]{3 Dorn<2}.\n“[4 We want peace],” he {4 Dorn|noted}.\nDorn subsequently {5 Dorn|said} [5 they had reneged].",
			[]string{"", "2031-11-19 on Wednesday / interview: an interview with journalist Nadia Ferro",
				"2031-11-19 on Wednesday / interview: an interview with journalist Nadia Ferro",
				"2031-11-19 on Wednesday / interview: an interview with journalist Nadia Ferro", ""}},
		{"a day between the verb and the occasion", thu,
			"Dorn delivered yesterday a speech on the harbour.\nDorn {1 Dorn|claimed} that [1 the nets were new]. He {2 Dorn|said} [2 it was so].",
			[]string{"2031-11-19 yesterday / speech: a speech", "2031-11-19 yesterday / speech: a speech"}},
		{"a day between, no occasion of speaking", thu,
			"Dorn opened on Monday a harbour.\nDorn {1 Dorn|claimed} that [1 the nets were new].", []string{""}},
		{"another occasion ends the first", thu,
			"In a video address to the Forum on Tuesday, Dorn {1 Dorn|said} [1 it must stop]. Dorn {2 Dorn|insisted} [2 it must], {3 Dorn|stressing} that [3 nobody else can]. In a briefing on Wednesday he {4 Dorn|said} [4 it will].",
			[]string{"2031-11-18 on Tuesday / address: a video address to the Forum", "2031-11-18 on Tuesday / address: a video address to the Forum",
				"2031-11-18 on Tuesday / address: a video address to the Forum", "2031-11-19 on Wednesday / press conference: a briefing"}},
		{"each speaker has his own", thu,
			"Dorn {1 Dorn|said} on Monday that [1 he would go]. Kell {2 Kell|replied} that [2 nobody had asked].",
			[]string{"2031-11-17 on Monday", ""}},
		{"two cues, two days", thu,
			"Dorn {1 Dorn|said} on Monday that [1 he would go], but Kell {2 Kell|said} on Tuesday that [2 nobody had asked].",
			[]string{"2031-11-17 on Monday", "2031-11-18 on Tuesday"}},
		{"a day in the content", thu, "Dorn {1 Dorn|said} [1 the talks would begin on Monday].", []string{""}},
		{"a day in a relative clause", thu, "Kell, who met Dorn on Monday, {1 Kell|said} that [1 he was tired].", []string{""}},
		{"after something", thu, "After the attack on Monday, Kell {1 Kell|said} that [1 it was over].", []string{""}},
		{"after talks", thu, "After talks with Dorn on Monday, Kell {1 Kell|told} reporters that [1 it was over].", []string{"2031-11-17 on Monday"}},
		{"elected on", thu, "Elected on Sunday, Kell {1 Kell|said} that [1 it was over].", []string{""}},
		{"a released statement", thu, "A report published on Monday {1 report|said} that [1 grain had run out].", []string{"2031-11-17 on Monday"}},
		{"talks held on", thu, "The talks held on Monday, Kell {1 Kell|said}, [1 were useless].", []string{""}},
		{"speaking on", thu, "Speaking on Monday in Port Sorrel, Kell {1 Kell|said} that [1 it was over].", []string{"2031-11-17 on Monday"}},
		{"after the content", thu, "Kell {1 Kell|said} that [1 it was over] on Monday.", []string{"2031-11-17 on Monday"}},
		{"nobody speaks after publication", thu, "Kell, who will travel, {1 Kell|said} on Friday [1 it was over].", []string{"2031-11-14 on Friday"}},
		{"day and month", thu, "Kell {1 Kell|said} on 30 November that [1 it was over].", []string{"2030-11-30 on 30 November"}},
		{"no day of publication", "", "Kell {1 Kell|said} on Wednesday that [1 it was over].", []string{""}},
		{"full date without day of publication", "", "Kell {1 Kell|said} on 3 May 2031 that [1 it was over].", []string{"2031-05-03 on 3 May 2031"}},
		{"the same occasion again", thu,
			"Dorn {1 Dorn|spoke} in an interview with Lume24 on Tuesday of [1 hope].\n“[2 We want peace],” Dorn {2 Dorn|said} in an interview.\nIn the interview, Dorn also {3 Dorn|said} [3 it was late].",
			[]string{"2031-11-18 on Tuesday / interview: an interview with Lume24", "2031-11-18 on Tuesday / interview: an interview", "2031-11-18 on Tuesday / interview: the interview"}},
		{"between two days", thu, "Kell {1 Kell|said} between Monday and Wednesday that [1 it was over].", []string{"2031-11-17..2031-11-19 between Monday and Wednesday"}},
		{"a statement by somebody", thu, "The Amber House pointed to a statement by Ana Welk, spokeswoman for the Council, from Monday, about a call.\nIt [1 was good], Welk {1 Ana Welk|said}.",
			[]string{"2031-11-17 from Monday / statement: a statement by Ana Welk"}},
		{"another clause", thu, "The decree ends on 18 November, and the high court {1 court|held} in October that [1 it cannot be renewed].",
			[]string{"2031-10-01..2031-10-31 in October"}},
		{"under a quotation", thu, "[1 We wait.]\n{1 Aune|}Sigrid Aune, address to the parliament, 9 November", []string{"2031-11-09 9 November"}},
		{"nested", thu, "Kell {1 Kell|said} that [1 Dorn {2 Dorn@1|told} him on Monday [2 he was tired]].", []string{"", "2031-11-17 on Monday"}},
	} {
		m := parseMarked(t, c.text)
		for i, r := range Days(m.doc(), m.in, mustDay(t, c.published)) {
			if got := r.describe(m.text); got != c.want[i] {
				t.Errorf("%s: statement %d: got %q, want %q", c.name, i+1, got, c.want[i])
			}
		}
	}
}

// TestDaysOfSources holds days that lie in a source's words or in a clause before it. Here
// a statement's source is where its speaker's name stands last.
func TestDaysOfSources(t *testing.T) {
	for _, c := range [][2]string{
		{"On Monday a team showed the nets and {1 Dorn|according to} Dorn, [1 they are new].", ""},
		{"On Monday Kell bought a boat, and Dorn {1 Dorn|said} that [1 it was old].", ""},
		{"On Monday Kell and Dorn {1 Kell and Dorn|said} that [1 it was old].", "2031-11-17 On Monday"},
		{"The motion, passed 27 to 21 by the town council on Monday, {1 The motion, passed 27 to 21 by the town council on Monday,|states} that [1 it was old].", ""},
		{"The motion, published by the town council on Monday, {1 The motion, published by the town council on Monday,|states} that [1 it was old].", "2031-11-17 on Monday"},
		{"The 25 January Union {1 The 25 January Union|said} that [1 it was old].", ""},
		{"In October Marn {1 October Marn|said} that [1 it was old].", "2031-10-01..2031-10-31 In October"},
		{"Under a June agreement Dorn {1 Dorn|said} that [1 it was old].", ""},
		{"In its October report on the nets Dorn {1 Dorn|said} that [1 it was old].", "2031-10-01..2031-10-31 October / article: its October report"},
		{"In a June interview Dorn {1 Dorn|said} that [1 it was old].", "2031-06-01..2031-06-30 June / interview: a June interview"},
		{"Kell {1 Kell|counted} the nets; on Monday Dorn {2 Dorn|said} [2 they were old].[1 ]", "2031-11-17 on Monday"},
	} {
		m := parseMarked(t, c[0])
		for i := range m.in {
			a := &m.in[i]
			k := strings.LastIndex(m.text, a.Name)
			a.Source = news.Span{Start: k, End: k + len(a.Name)}
		}
		got := Days(m.doc(), m.in, mustDay(t, "2031-11-20"))
		if got := got[len(got)-1].describe(m.text); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}
