package news

import (
	"fmt"
	"unicode/utf8"
)

// Validate checks the report's own invariants: passages in order, disjoint, on
// rune boundaries and inside the text, each piece of furniture with a reason.
func (r *Report) Validate() error {
	if !utf8.ValidString(r.Text) {
		return Errorf(Internal, "report %s: text is not UTF-8", r.ID)
	}
	end := 0
	for i, p := range r.Passages {
		if err := checkSpan(r.Text, p.Span); err != nil {
			return Errorf(Internal, "report %s: passage %d: %v", r.ID, i, err)
		}
		if p.Span.Start < end {
			return Errorf(Internal, "report %s: passage %d overlaps the one before", r.ID, i)
		}
		if p.Kind == Furniture && p.Reason == "" {
			return Errorf(Internal, "report %s: passage %d is furniture without a reason", r.ID, i)
		}
		end = p.Span.End
	}
	return nil
}

// Validate checks a statement against the report that it was read from.
func (s *Statement) Validate(r *Report) error {
	if s.ReportID != r.ID {
		return Errorf(Internal, "statement %s is of report %s, not %s", s.ID, s.ReportID, r.ID)
	}
	if len(s.Content) == 0 {
		return Errorf(Internal, "statement %s has no content", s.ID)
	}
	if want := StatementID(r.ID, s.Content); s.ID != want {
		return Errorf(Internal, "statement %s: id does not follow from its spans (%s)", s.ID, want)
	}
	end := 0
	for _, c := range s.Content {
		if err := checkSpan(r.Text, c); err != nil {
			return Errorf(Internal, "statement %s: content: %v", s.ID, err)
		}
		if c.Start < end {
			return Errorf(Internal, "statement %s: content parts overlap or are out of order", s.ID)
		}
		end = c.End
	}
	for name, sp := range s.optionalSpans() {
		if err := checkSpan(r.Text, sp); !sp.IsZero() && err != nil {
			return Errorf(Internal, "statement %s: %s: %v", s.ID, name, err)
		}
	}
	if s.Speaker.Name == "" && s.Speaker.Reason == "" {
		return Errorf(Internal, "statement %s: unknown speaker without a reason", s.ID)
	}
	return nil
}

func (s *Statement) optionalSpans() map[string]Span {
	m := map[string]Span{"cue": s.Cue, "speaker": s.Speaker.Mention}
	if s.Addressee != nil {
		m["addressee"] = s.Addressee.Mention
	}
	if s.SaidOn != nil {
		m["day"] = s.SaidOn.Mention
	}
	if s.Occasion != nil {
		m["occasion"] = s.Occasion.Mention
	}
	for i, l := range s.Chain {
		m[fmt.Sprintf("chain %d", i)] = l.Mention
	}
	return m
}

func checkSpan(text string, s Span) error {
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start >= s.End:
		return fmt.Errorf("span %d-%d does not lie in a text of %d bytes", s.Start, s.End, len(text))
	case !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])):
		return fmt.Errorf("span %d-%d cuts a character", s.Start, s.End)
	}
	return nil
}
