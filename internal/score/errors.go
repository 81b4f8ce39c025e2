package score

import (
	"fmt"
	"io"
	"strings"

	"parley/internal/news"
)

// Miss is one thing that went wrong, with what is needed to see why.
type Miss struct {
	Kind   string // "missed", "spurious", "wrong end", "wrong speaker", "wrong mode", "wrong cue", "wrong day", "wrong chain", "wrong move"
	File   string
	Line   int    // of gold; 0 when spurious
	Gold   string // what gold says; "" when spurious
	Pred   string // what was read; when missed, why the words were not looked at, if they were not
	Rule   string // of the prediction
	Around string // the sentences around it
}

// misses lists each gold statement without a whole match and each spurious one,
// gold first, in the order of gold and of the text.
func (m *matched) misses(file string) []Miss {
	var out []Miss
	pairs := m.assign(Same, false)
	of := make(map[int]pair, len(pairs))
	hit := hits(pairs, len(m.pred))
	for _, p := range pairs {
		of[p.gold] = p
	}
	for g := range m.gold {
		if m.gold[g].CountsNot() {
			continue
		}
		p, found := of[g]
		if !found {
			out = append(out, Miss{Kind: "missed", File: file, Line: m.gold[g].Line, Gold: m.goldLine(g), Pred: m.furnitureAt(g), Around: m.aroundGold(g)})
			continue
		}
		for _, kind := range m.faults(p) {
			out = append(out, Miss{
				Kind: kind, File: file, Line: m.gold[g].Line, Gold: m.goldLine(g), Pred: m.predLine(p.pred),
				Rule: m.pred[p.pred].Rule, Around: m.aroundGold(g),
			})
		}
	}
	for p := range m.pred {
		if !hit[p] && !m.ignored(p, Same) {
			out = append(out, Miss{Kind: "spurious", File: file, Pred: m.predLine(p), Rule: m.pred[p].Rule, Around: m.around(m.pred[p].Content)})
		}
	}
	return out
}

func (m *matched) faults(p pair) []string {
	g, s := &m.gold[p.gold], &m.pred[p.pred]
	var out []string
	if p.f1 < Right {
		out = append(out, "wrong end")
	}
	if !p.speaker {
		out = append(out, "wrong speaker")
	}
	if g.Mode != "" && g.Mode != s.Mode {
		out = append(out, "wrong mode")
	}
	if !cueRight(g, s, m.rep) {
		out = append(out, "wrong cue")
	}
	if !dayRight(g, s.SaidOn) {
		out = append(out, "wrong day")
	}
	if len(g.Chain) > 0 && !chainRight(g, s, m.names) {
		out = append(out, "wrong chain")
	}
	if g.By != "" && !g.OpenMove && (g.Move == nil && s.Move != nil || g.Move != nil && !moveRight(g, s, m.names)) {
		out = append(out, "wrong move")
	}
	return out
}

// cueRight compares cues by their words; gold may leave the place out.
func cueRight(g *Gold, s *news.Statement, rep *news.Report) bool {
	if g.Cue == nil {
		return s.Cue.IsZero()
	}
	return !s.Cue.IsZero() && strings.EqualFold(g.Cue.Text, rep.Words(s.Cue))
}

func (m *matched) goldLine(g int) string {
	s := &m.gold[g]
	line := fmt.Sprintf("%s | %s", orDash(s.Speaker.Name), orDash(string(s.Mode)))
	if s.Cue != nil {
		line += " | cue " + s.Cue.Text
	}
	if s.SaidOn != nil {
		line += " | " + s.SaidOn.From + ".." + s.SaidOn.To
	}
	for _, l := range s.Chain {
		line += fmt.Sprintf(" | %s %s", l.Kind, l.Name)
	}
	if s.Move != nil && s.Move.Holder != nil {
		line += fmt.Sprintf(" | %s of %s", s.Move.Stance, s.Move.Holder.Name)
	}
	return line + " | " + m.goldWords(g)
}

func (m *matched) predLine(p int) string {
	s := &m.pred[p]
	line := fmt.Sprintf("%s | %s", orDash(s.Speaker.Name), s.Mode)
	if !s.Speaker.Mention.IsZero() {
		line += fmt.Sprintf(" | source %q by %s", m.rep.Words(s.Speaker.Mention), orDash(s.Speaker.By))
	} else {
		line += " | by " + orDash(s.Speaker.By)
	}
	if s.Speaker.Reason != "" {
		line += " (" + s.Speaker.Reason + ")"
	}
	if !s.Cue.IsZero() {
		line += " | cue " + m.rep.Words(s.Cue)
	}
	if s.SaidOn != nil {
		line += " | " + s.SaidOn.From.String() + ".." + s.SaidOn.To.String() + " by " + s.SaidOn.By
	}
	for _, l := range s.Chain {
		line += fmt.Sprintf(" | %s %s", l.Kind, l.Name)
	}
	if s.Move != nil {
		line += fmt.Sprintf(" | %s of %s by %s", s.Move.Stance, s.Move.Holder.Name, orDash(s.Move.By))
	}
	return line + " | " + m.predWords(p)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func (m *matched) aroundGold(g int) string {
	if m.goldAt[g] == nil || size(m.goldAt[g]) == 0 {
		return ""
	}
	r := m.goldAt[g]
	first, last := m.words.spans[r[0].lo], m.words.spans[r[len(r)-1].hi-1]
	return m.around([]news.Span{{Start: first.Start, End: last.End}})
}

// margin is how many bytes are shown before and after the words in question.
const margin = 160

// around shows the words with what stands before and after them, within the lines
// that they stand in.
func (m *matched) around(spans []news.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return lineAround(m.rep.Text, news.Span{Start: spans[0].Start, End: spans[len(spans)-1].End})
}

// lineAround is a span with what stands within the margin before and after it in its lines.
func lineAround(t string, s news.Span) string {
	lo := max(strings.LastIndexByte(t[:s.Start], '\n')+1, s.Start-margin)
	hi := len(t)
	if i := strings.IndexByte(t[s.End:], '\n'); i >= 0 {
		hi = s.End + i
	}
	hi = min(hi, s.End+margin)
	return strings.ToValidUTF8(t[lo:hi], "")
}

// WriteMisses prints misses for people, one paragraph each.
func WriteMisses(w io.Writer, misses []Miss) error {
	for _, m := range misses {
		where := m.File
		if m.Line > 0 {
			where = fmt.Sprintf("%s:%d", m.File, m.Line)
		}
		if _, err := fmt.Fprintf(w, "%s  %s\n", strings.ToUpper(m.Kind), where); err != nil {
			return err
		}
		for _, f := range []struct{ key, value string }{{"gold", m.Gold}, {"read", m.Pred}, {"rule", m.Rule}, {"text", m.Around}} {
			if f.value == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, "  %s  %s\n", f.key, oneLine(f.value)); err != nil {
				return err
			}
		}
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
