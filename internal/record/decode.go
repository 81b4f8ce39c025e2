package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"parley/internal/news"
)

// MaxLine is the longest line that Lines reads, in bytes.
const MaxLine = 16 << 20

// Decode reads one record. It may be partial; fields that it does not know are
// passed over. Errors have code news.Invalid.
func Decode(line []byte) (Statement, error) {
	var s Statement
	if err := json.Unmarshal(line, &s); err != nil {
		return Statement{}, &news.Error{Code: news.Invalid, Msg: "not a statement record", Err: err}
	}
	if err := s.checkPlaces(); err != nil {
		return Statement{}, err
	}
	if s.SaidOn != nil {
		if _, err := s.SaidOn.Interval(); err != nil {
			return Statement{}, err
		}
	}
	return s, nil
}

// checkPlaces refuses positions that no text can have.
func (s *Statement) checkPlaces() error {
	end := 0
	for _, c := range s.Content {
		if c.Start < end || c.End <= c.Start {
			return news.Errorf(news.Invalid, "content %d-%d is empty, out of order or overlaps", c.Start, c.End)
		}
		end = c.End
	}
	if c := s.Cue; c != nil && (c.Start < 0 || c.End < c.Start) {
		return news.Errorf(news.Invalid, "cue %d-%d ends before it begins", c.Start, c.End)
	}
	return nil
}

// Lines reads records, one a line, and passes over blank lines. It calls each with
// the line's number from 1, and stops at the first error.
func Lines(r io.Reader, each func(line int, s Statement) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), MaxLine)
	n := 0
	for in.Scan() {
		n++
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		s, err := Decode(in.Bytes())
		if err == nil {
			err = each(n, s)
		}
		if err != nil {
			return &news.Error{Code: codeOf(err), Msg: "line " + strconv.Itoa(n), Err: err}
		}
	}
	if err := in.Err(); err != nil {
		return &news.Error{Code: codeOf(err), Msg: "line " + strconv.Itoa(n+1), Err: err}
	}
	return nil
}

func codeOf(err error) news.Code {
	if errors.Is(err, bufio.ErrTooLong) {
		return news.Invalid
	}
	return news.CodeOf(err)
}
