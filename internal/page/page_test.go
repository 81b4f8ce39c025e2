package page

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"parley/internal/news"
)

func zip(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

const story = "Dorn rules out talks\n\nPresident Marek Dorn said on Monday that Valdoria would not come to the table before the winter.\n"

func TestRefused(t *testing.T) {
	archive := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Dorn said"
	for _, c := range []struct{ name, data, reason string }{
		{"a.txt", "", "empty"},
		{"a.txt", " \r\n\t", "empty"},
		{"a.html", "<html><head><title>x</title></head><body><script>x</script></body></html>", "empty"},
		{"a.txt", "%PDF-1.7 whatever", "binary"},
		{"a.html", "\x89PNG\r\n\x1a\n" + story, "binary"},
		{"a.txt", strings.Repeat("a\x00\x01\x02", 99), "binary"},
		{"a.txt", strings.Repeat("x", 5000), "too large"},
		{"a.txt.gz", zip(strings.Repeat("x", 5000)), "too large"},
		{"a.txt.gz", zip(story)[:60], "truncated"},
		{"a.txt.gz", "\x1f\x8b\x07garbage that is long enough", "undecodable"},
		{"a.txt.gz", zip(""), "empty"},
		{"a.mhtml", archive, "truncated"},
		{"a.mhtml", strings.Replace(archive, "related", "\x00;;", 1) + "boundary=", "undecodable"},
		{"a.txt", "\xff\xfe" + strings.Repeat("\x00\xd8\x01", 60), "undecodable"},
	} {
		_, err := Parse(c.name, []byte(c.data), Options{MaxBytes: 4000})
		var e *news.Error
		if !errors.As(err, &e) || e.Code != news.Unreadable || e.Reason != c.reason {
			t.Errorf("%s %.20q: %v, want reason %q", c.name, c.data, err, c.reason)
		} else if !strings.HasPrefix(e.Msg, c.name) {
			t.Errorf("%q does not name the input", e.Msg)
		}
	}
}

// TestTextIsTheFile: the text of a dump is the decoded file, line ends and all.
func TestTextIsTheFile(t *testing.T) {
	for _, s := range []string{story, strings.ReplaceAll(story, "\n", "\r\n"), "\n\n" + story + "  \n", strings.ReplaceAll(story, " ", "\u00a0")} {
		if r := parse(t, "a.txt", s); r.Text != s {
			t.Errorf("got %q, want %q", r.Text, s)
		}
		if r := parse(t, "a.txt", "\xef\xbb\xbf"+s); r.Text != s {
			t.Errorf("with a byte order mark: %q", r.Text)
		}
		if r := parse(t, "a.txt.gz", zip(s)); r.Text != s {
			t.Errorf("zipped: %q", r.Text)
		}
	}
}

func TestHashIsOfTheBytesGiven(t *testing.T) {
	z := zip(story)
	sum, id := news.HashBytes([]byte(z))
	if r := parse(t, "dir/a.txt.gz", z); r.SHA256 != sum || r.ID != id || r.File != "dir/a.txt.gz" {
		t.Errorf("got %s %s %s", r.ID, r.SHA256, r.File)
	}
}

func TestCharsets(t *testing.T) {
	s := "Äußerungen über “Krieg”: said Dorn – naïve words, he said, of the café in Tavel.\n\nPresident Dorn said that he would not come to the table before winter’s end.\n"
	western := must(charmap.Windows1252.NewEncoder().String(s))
	cyrillic := "Президент заявил в понедельник, что переговоров не будет до обмена пленными, сообщает пресс-служба.\n"
	for name, c := range map[string]struct{ data, want string }{
		"utf-8":        {s, s},
		"windows-1252": {western, s},
		"windows-1251": {must(charmap.Windows1251.NewEncoder().String(cyrillic)), cyrillic},
		"utf-16le":     {must(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)), s},
		"utf-16be":     {must(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(s)), s},
		"utf-16 plain": {must(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(s)), s},
		"broken utf-8": {s + s + s + "\xff", s + s + s + "\uFFFD"},
	} {
		if r := parse(t, "a.txt", c.data); r.Text != c.want {
			t.Errorf("%s: got %q", name, r.Text)
		}
	}
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}

func TestHTMLCharset(t *testing.T) {
	body := "<p>„Не будем“ said the café owner of Tavel, who would not give her name to the paper.</p>"
	western := must(charmap.Windows1252.NewEncoder().String("<p>The café owner of Tavel said – “no”.</p>"))
	for _, c := range []struct{ head, header, body, want string }{
		{"<html><meta charset=utf-8>", "", body, "„Не будем“"},
		{"<html><meta charset=windows-1252>", "", western, "café owner of Tavel said – “no”"},
		{"<html>", "text/html; charset=windows-1252", western, "café owner of Tavel said – “no”"},
		{"<html>", "", western, "café owner of Tavel said – “no”"},
		{"<html><meta charset=windows-1251>", "", "<p>\xcd\xe5\xf2, \xf1\xea\xe0\xe7\xe0\xeb \xcf\xe8\xeb\xf7.</p>", "Нет, сказал Пилч."},
	} {
		r, err := Parse("a.html", []byte(c.head+c.body), Options{ContentType: c.header})
		if err != nil || !strings.Contains(r.Text, c.want) {
			t.Errorf("%s %s: %v %+v", c.head, c.header, err, r)
		}
	}
}

func TestKinds(t *testing.T) {
	page := "<!DOCTYPE html><html><body><p>Dorn said <b>no</b> to a round in Tavel.</p></body></html>"
	want := "Dorn said no to a round in Tavel."
	for _, c := range []struct{ name, data, text string }{
		{"a.html", page, want},
		{"a.txt", page, want},
		{"a", page, want},
		{"a.html.gz", zip(page), want},
		{"a.gz", zip(zip(page)), want},
		{"a.html", "<!-- x --> <p>Dorn said <b>no</b> to a round in Tavel.", want},
		{"-", "<p>Dorn said <b>no</b> to a round <i>in</i> Tavel.", want},
		{"a.html", want, want},
		{"a.txt", "A <b>bold</b> <i>claim</i> <p>in a text file", "A <b>bold</b> <i>claim</i> <p>in a text file"},
		{"a.mht", "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+RG9ybiBzYWlkIDxiPm5vPC9iPiB0byBhIHJvdW5kIGluIFRhdmVsLg==", want},
		{"a.xml", `<?xml version="1.0"?>` + page, want},
	} {
		if r := parse(t, c.name, c.data); r.Text != c.text {
			t.Errorf("%s: %q, want %q", c.name, r.Text, c.text)
		}
	}
}

// TestDay: the day comes from the page, and from nothing else.
func TestDay(t *testing.T) {
	body := "<h1>Dorn rules out talks before winter</h1><p>President Marek Dorn said on Monday that Valdoria would not come to the table.</p>"
	for _, c := range []struct{ name, data, want string }{
		{"meta", `<html><head><meta property="article:published_time" content="2031-11-03T23:50:00-05:00"></head>` + body, "2031-11-03"},
		{"modified only", `<html><head><meta property="article:modified_time" content="2031-11-09"></head>` + body, ""},
		{"json", `<html><script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"datePublished":"2031-11-04"}]}</script>` + body, "2031-11-04"},
		{"broken json", `<html><script type="application/ld+json">{"datePublished":</script>` + body, ""},
		{"date line", "<html>" + strings.Replace(body, "<p>", "<div>Published: Monday, 3 November 2031, 10:20 GMT</div><p>", 1), "2031-11-03"},
		{"time element", `<html><time datetime="2031-11-05T10:00:00Z">Wednesday</time>` + body, "2031-11-05"},
		{"address", `<html><link rel="canonical" href="https://courier.example/2031/11/06/dorn">` + body, "2031-11-06"},
		{"none", "<html>" + body, ""},
		{"hours ago", "<html>" + strings.Replace(body, "<p>", `<span class="date">3 hours ago</span><p>`, 1), ""},
		{"today", "<html>" + strings.Replace(body, "<p>", `<div class="published">Today at 10:20</div><p>`, 1), ""},
		{"no year", "<html>" + strings.Replace(body, "<p>", `<div class="date">3 November</div><p>`, 1), ""},
		{"month only", "<html>" + strings.Replace(body, "<p>", `<div class="date">March</div><p>`, 1), ""},
		{"a picture's", `<html><meta property="og:image" content="https://courier.example/2029/01/02/dorn.jpg">` + body, ""},
	} {
		if r := parse(t, "a.html", c.data); r.Published.String() != c.want {
			t.Errorf("%s: %q, want %q", c.name, r.Published, c.want)
		}
	}
}

func TestDumpDay(t *testing.T) {
	body := "\n\nPresident Marek Dorn said on Monday that Valdoria would not come to the table before winter.\n\nHe gave no day for it, and nobody asked him for one.\n\n"
	for line, want := range map[string]string{
		"17 Nov, 2031 10:37":                            "2031-11-17",
		" date 2031-11-17 loading…":                     "2031-11-17",
		"Friday, July 21, 2031":                         "2031-07-21",
		"Published: 03/11/2031":                         "",
		"Published 13/11/2031":                          "2031-11-13",
		"13.11.2031":                                    "2031-11-13",
		"By Nadia Ferro | November 3rd, 2031 7:20 p.m.": "2031-11-03",
		"Updated on 5 November 2031":                    "2031-11-05",
		"3 hours ago":                                   "",
		"31 February 2031":                              "",
		"3 November":                                    "",
	} {
		if r := parse(t, "a.txt", "Dorn rules out talks before winter\n"+line+body); r.Published.String() != want {
			t.Errorf("%s: %q, want %q", line, r.Published, want)
		}
	}
	for tail, want := range map[string]string{
		"Posted on 4 November 2031":                   "2031-11-04",
		"5 November 2031":                             "2031-11-05",
		"Top stories\n1 May 2030\nA\n2 May 2030\nB\n": "",
	} {
		if r := parse(t, "a.txt", "Dorn rules out talks before winter"+body+tail); r.Published.String() != want {
			t.Errorf("after the body, %s: %q, want %q", tail, r.Published, want)
		}
	}
}

// TestHostile: pages made to break readers come through, or are refused.
func TestHostile(t *testing.T) {
	n := 100_000
	text := "<p>President Marek Dorn said on Monday that Valdoria would not come to the table.</p>"
	for name, data := range map[string]string{
		"deep":         strings.Repeat("<div>", n) + text,
		"deep closed":  strings.Repeat("<div>", n) + text + strings.Repeat("</div>", n),
		"deep classes": strings.Repeat(`<div class="share"><span class=x>`, n/2) + text,
		"open p":       strings.Repeat("<p>x", n) + text,
		"formatting":   strings.Repeat("<b><i><a href=x>", 300) + text,
		"end tags":     text + strings.Repeat("</b></div>", n),
		"tables":       strings.Repeat("<table><tr><td>", 150) + text,
		"attributes":   "<p " + strings.Repeat("a=b ", n) + ">" + text,
		"long class":   `<p class="` + strings.Repeat("share-x ", n) + `">` + text,
		"brs":          "<p>" + strings.Repeat("Dorn said no.<br>", n/4) + text,
		"many links":   strings.Repeat("<a href=x>Dorn</a> ", n/4) + text,
		"one word":     "<p>" + strings.Repeat("x", n*10) + "</p>" + text,
		"open script":  text + "<script>" + strings.Repeat("<", n),
	} {
		t.Run(name, func(t *testing.T) {
			r := parse(t, "a.html", "<html><body>"+data)
			if !strings.Contains(r.Text, "Valdoria would not come") {
				t.Error("the story is lost")
			}
		})
	}
	for name, data := range map[string]string{
		"brackets": strings.Repeat("(", n) + story,
		"colons":   strings.Repeat("a:", n) + story,
		"dates":    strings.Repeat("3 November 2031 ", n/10) + story,
		"lines":    strings.Repeat("x\n", n) + story,
		"wraps":    strings.Repeat("the words of the day and of the night that came after the da\n", n/10) + story,
		"by":       "By " + strings.Repeat("A ", n) + "\n" + story,
	} {
		t.Run(name, func(t *testing.T) { parse(t, "a.txt", data) })
	}
}

func ExampleParse() {
	r, err := Parse("a.txt", []byte("TAVEL – Merovia will not come to the table before winter, Adrian Kell said on Monday.\nRead more\n"), Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range r.Passages {
		fmt.Println(p.Kind, p.Reason, "|", r.Words(p.Span))
	}
	// Output:
	// furniture dateline | TAVEL –
	// body  | Merovia will not come to the table before winter, Adrian Kell said on Monday.
	// furniture read more | Read more
}

// TestTogether: pages may be read at the same time.
func TestTogether(t *testing.T) {
	data, err := os.ReadFile("testdata/courier.html")
	if err != nil {
		t.Fatal(err)
	}
	want := render(parse(t, "a.html", string(data)))
	var g sync.WaitGroup
	for range 8 {
		g.Go(func() {
			r, err := Parse("a.html", data, Options{})
			if err != nil || render(r) != want {
				t.Errorf("read otherwise beside others: %v", err)
			}
		})
	}
	g.Wait()
}
