package page

import (
	"bytes"
	"mime"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
)

type kind int

const (
	plain kind = iota
	markup
	archive
)

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 4096

var (
	archiveHead = regexp.MustCompile(`(?im)^(MIME-Version:|Snapshot-Content-Location:|Content-Type:\s*multipart/related)`)
	markupHead  = regexp.MustCompile(`(?i)^(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml[^>]*\?>\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html))`)
	markupTag   = regexp.MustCompile(`(?i)<(html|head|body|div|p|meta|title|article|span|table|h1)(\s[^<>]*)?/?>`)
	headerLine  = regexp.MustCompile(`^[A-Za-z-]+:\s`)
	leading     = regexp.MustCompile(`(?s)^(\s|<!--.*?-->)*`)
)

// kindOf tells what a file is, by its content first and by its name where that does
// not tell.
func kindOf(name, contentType string, data []byte) kind {
	head := bytes.TrimPrefix(data[:min(len(data), sniffed)], []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(head, 0) >= 0 { // UTF-16
		head = bytes.ReplaceAll(bytes.TrimLeft(head, "\xff\xfe"), []byte{0}, nil)
	}
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	start := head[len(leading.Find(head)):]
	switch {
	case len(start) == 0:
		return plain
	case headerLine.Match(start) && archiveHead.Match(head) && (ext == ".mhtml" || ext == ".mht" || bytes.Contains(head, []byte("oundary="))):
		return archive
	case start[0] == '<' && markupHead.Match(start):
		return markup
	}
	media, _, _ := mime.ParseMediaType(contentType)
	named := ext == ".html" || ext == ".htm" || ext == ".xhtml" || ext == ".shtml" || media == "text/html" || media == "application/xhtml+xml"
	if named && markupTag.Match(data[:min(len(data), 1<<16)]) {
		return markup
	}
	if ext == ".txt" || media == "text/plain" {
		return plain
	}
	tags := markupTag.FindAllIndex(start, 3)
	if len(tags) == 3 || len(tags) > 0 && tags[0][0] == 0 {
		return markup
	}
	return plain
}

// charsetOf gives the encoding that a header or the page's head names, "" without one.
func charsetOf(k kind, contentType string, data []byte) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		return params["charset"]
	}
	if k != markup {
		return ""
	}
	// What it falls back on is windows-1252, and decode guesses better.
	if _, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); name != "windows-1252" {
		return name
	}
	return ""
}
