package ledger

import "parley/internal/news"

func toWire(s *news.Statement) *wireStatement {
	return &wireStatement{
		ID: s.ID, Report: s.ReportID, Mode: s.Mode, Passage: s.Passage,
		Speaker: speakerToWire(&s.Speaker),
		Addressee: pointer(s.Addressee, func(p news.Party) wireParty {
			return wireParty{wireRef(p.Ref), spanToWire(p.Mention)}
		}),
		Cue: spanToWire(s.Cue), Content: convert(s.Content, spanToWire),
		SaidOn: pointer(s.SaidOn, func(w news.When) wireWhen {
			return wireWhen{wireDay(w.From), wireDay(w.To), spanToWire(w.Mention), w.By}
		}),
		Occasion: pointer(s.Occasion, func(o news.Occasion) wireOccasion {
			return wireOccasion{o.ID, o.Kind, spanToWire(o.Mention)}
		}),
		Chain: convert(s.Chain, func(l news.Link) wireLink {
			return wireLink{l.Name, l.Kind, spanToWire(l.Mention)}
		}),
		Move:   pointer(s.Move, moveToWire),
		Within: s.Within, Reader: s.Reader, Confidence: s.Confidence, Rule: s.Rule, Evidence: wireEvidence(s.Evidence),
	}
}

func fromWire(w *wireStatement) news.Statement {
	return news.Statement{
		ID: w.ID, ReportID: w.Report, Mode: w.Mode, Passage: w.Passage,
		Speaker: speakerFromWire(&w.Speaker),
		Addressee: pointer(w.Addressee, func(p wireParty) news.Party {
			return news.Party{Ref: news.Ref(p.wireRef), Mention: spanFromWire(p.Mention)}
		}),
		Cue: spanFromWire(w.Cue), Content: convert(w.Content, spanFromWire),
		SaidOn: pointer(w.SaidOn, func(d wireWhen) news.When {
			return news.When{
				Interval: news.Interval{From: news.Day(d.From), To: news.Day(d.To)},
				Mention:  spanFromWire(d.Mention), By: d.By,
			}
		}),
		Occasion: pointer(w.Occasion, func(o wireOccasion) news.Occasion {
			return news.Occasion{ID: o.ID, Kind: o.Kind, Mention: spanFromWire(o.Mention)}
		}),
		Chain: convert(w.Chain, func(l wireLink) news.Link {
			return news.Link{Name: l.Name, Kind: l.Kind, Mention: spanFromWire(l.Mention)}
		}),
		Move:   pointer(w.Move, moveFromWire),
		Within: w.Within, Reader: w.Reader, Confidence: w.Confidence, Rule: w.Rule, Evidence: news.Evidence(w.Evidence),
	}
}

func speakerToWire(s *news.Speaker) wireSpeaker {
	return wireSpeaker{
		ID: s.ID, Name: s.Name, Kind: s.Kind, Anonymous: s.Anonymous,
		Mention: spanToWire(s.Mention), Trail: convert(s.Trail, spanToWire),
		Role: s.Role, Side: pointer(s.Side, refToWire), By: s.By, Reason: s.Reason,
		Candidates: convert(s.Candidates, func(c news.Candidate) wireCandidate {
			return wireCandidate{wireRef(c.Ref), c.Confidence}
		}),
		Confidence: s.Confidence,
	}
}

func speakerFromWire(w *wireSpeaker) news.Speaker {
	return news.Speaker{
		ID: w.ID, Name: w.Name, Kind: w.Kind, Anonymous: w.Anonymous,
		Mention: spanFromWire(w.Mention), Trail: convert(w.Trail, spanFromWire),
		Role: w.Role, Side: pointer(w.Side, refFromWire), By: w.By, Reason: w.Reason,
		Candidates: convert(w.Candidates, func(c wireCandidate) news.Candidate {
			return news.Candidate{Ref: news.Ref(c.wireRef), Confidence: c.Confidence}
		}),
		Confidence: w.Confidence,
	}
}

func moveToWire(m news.Move) wireMove {
	return wireMove{
		Plover: m.Plover, Cameo: m.Cameo, Issue: m.Issue, Holder: wireRef(m.Holder),
		Target: pointer(m.Target, refToWire), Stance: m.Stance,
		Conditions: convert(m.Conditions, spanToWire), By: m.By,
	}
}

func moveFromWire(w wireMove) news.Move {
	return news.Move{
		Plover: w.Plover, Cameo: w.Cameo, Issue: w.Issue, Holder: news.Ref(w.Holder),
		Target: pointer(w.Target, refFromWire), Stance: w.Stance,
		Conditions: convert(w.Conditions, spanFromWire), By: w.By,
	}
}

func refToWire(r news.Ref) wireRef      { return wireRef(r) }
func refFromWire(w wireRef) news.Ref    { return news.Ref(w) }
func spanToWire(s news.Span) wireSpan   { return wireSpan{s.Start, s.End} }
func spanFromWire(w wireSpan) news.Span { return news.Span{Start: w[0], End: w[1]} }

// convert maps a slice and keeps nil apart from empty.
func convert[A, B any](in []A, f func(A) B) []B {
	if in == nil {
		return nil
	}
	out := make([]B, len(in))
	for i, a := range in {
		out[i] = f(a)
	}
	return out
}

func pointer[A, B any](p *A, f func(A) B) *B {
	if p == nil {
		return nil
	}
	b := f(*p)
	return &b
}
