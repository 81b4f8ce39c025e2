package page

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"parley/internal/news"
)

// A document is the page inside a web archive.
type document struct {
	body        []byte
	contentType string
	address     string
}

// readMHTML gives the page inside a web archive (MHTML): its first part of text.
func readMHTML(name string, data []byte, limit int64) (document, error) {
	msg, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n \t")))
	if err != nil {
		return document{}, brokenArchive(name, err)
	}
	address := firstOf(msg.Header.Get("Snapshot-Content-Location"), msg.Header.Get("Content-Location"))
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil {
		return document{}, brokenArchive(name, err)
	}
	if !strings.HasPrefix(kind, "multipart/") {
		return readPart(name, textproto.MIMEHeader(msg.Header), msg.Body, limit, address)
	}
	parts := multipart.NewReader(msg.Body, params["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err != nil {
			return document{}, brokenArchive(name, err)
		}
		if kind, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type")); kind == "text/html" || kind == "application/xhtml+xml" || kind == "text/plain" {
			return readPart(name, p.Header, p, limit, address)
		}
	}
}

func readPart(name string, h textproto.MIMEHeader, body io.Reader, limit int64, address string) (document, error) {
	switch strings.ToLower(h.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	out, err := io.ReadAll(io.LimitReader(body, limit+1))
	if err != nil {
		return document{}, brokenArchive(name, err)
	}
	if int64(len(out)) > limit {
		return document{}, tooLarge(name, limit)
	}
	return document{out, h.Get("Content-Type"), firstOf(address, h.Get("Content-Location"))}, nil
}

func brokenArchive(name string, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return news.Refuse("truncated", "%s: web archive ends before its page does", name)
	}
	return news.Refuse("undecodable", "%s: broken web archive: %v", name, err)
}

func firstOf(vs ...string) string {
	for _, v := range vs {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
