package record

// The parts of a record, each in the order of its struct.

func (w *writer) report(r *Report) {
	w.object("report")
	w.text("id", r.ID)
	w.text("file", r.File)
	w.text("uri", r.URI)
	w.text("outlet", r.Outlet)
	w.text("title", r.Title)
	w.text("published", r.Published)
	w.text("language", r.Language)
	w.text("sha256", r.SHA256)
	w.close()
}

func (w *writer) ref(k string, r *Ref) {
	if r != nil {
		w.object(k)
		w.refMembers(r)
		w.close()
	}
}

func (w *writer) refMembers(r *Ref) {
	w.text("id", r.ID)
	w.text("name", r.Name)
}

func (w *writer) speaker(s *Speaker) {
	w.object("speaker")
	w.refMembers(&s.Ref)
	w.array("names", len(s.Names), func(i int) {
		w.comma()
		w.b = appendString(w.b, s.Names[i])
	})
	w.text("kind", string(s.Kind))
	w.flag("anonymous", s.Anonymous)
	w.words("mention", s.Mention)
	w.list("trail", s.Trail)
	w.text("role", s.Role)
	w.ref("side", s.Side)
	w.text("by", s.By)
	w.text("reason", s.Reason)
	w.array("candidates", len(s.Candidates), func(i int) {
		w.comma()
		w.open()
		w.refMembers(&s.Candidates[i].Ref)
		w.number("confidence", s.Candidates[i].Confidence)
		w.close()
	})
	w.number("confidence", s.Confidence)
	w.close()
}

func (w *writer) party(p *Party) {
	if p != nil {
		w.object("addressee")
		w.refMembers(&p.Ref)
		w.words("mention", p.Mention)
		w.close()
	}
}

func (w *writer) when(v *When) {
	if v != nil {
		w.object("said_on")
		w.text("from", v.From)
		w.text("to", v.To)
		w.text("text", v.Text)
		w.text("by", v.By)
		w.place(v.Start, v.End)
		w.close()
	}
}

func (w *writer) occasion(o *Occasion) {
	if o != nil {
		w.object("occasion")
		w.text("id", o.ID)
		w.text("kind", o.Kind)
		w.text("text", o.Text)
		w.place(o.Start, o.End)
		w.close()
	}
}

func (w *writer) chain(links []Link) {
	w.array("chain", len(links), func(i int) {
		l := &links[i]
		w.comma()
		w.open()
		w.text("name", l.Name)
		w.text("kind", string(l.Kind))
		w.words("mention", l.Mention)
		w.close()
	})
}

func (w *writer) move(m *Move) {
	if m == nil {
		return
	}
	w.object("move")
	w.text("plover", m.Plover)
	w.text("cameo", m.Cameo)
	w.text("issue", m.Issue)
	w.ref("holder", m.Holder)
	w.ref("target", m.Target)
	w.text("stance", string(m.Stance))
	w.list("conditions", m.Conditions)
	w.text("by", m.By)
	w.close()
}
